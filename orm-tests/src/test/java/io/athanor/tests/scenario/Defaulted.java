package io.athanor.tests.scenario;

import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;

/** Entities whose tables fill in what is left out. */
final class Defaulted {
    private Defaulted() {}

    /** With defaults of every kind. */
    @Mapped(table = "t")
    static class Filled {
        @Id
        private Integer id;

        private Integer a;

        private Integer b;

        private String c;

        private Integer d;

        private String n;

        Filled() {}

        Filled(String n) {
            this.n = n;
        }

        Integer id() {
            return id;
        }

        void id(Integer id) {
            this.id = id;
        }

        Integer a() {
            return a;
        }

        void a(Integer a) {
            this.a = a;
        }

        Integer b() {
            return b;
        }

        void b(Integer b) {
            this.b = b;
        }

        String c() {
            return c;
        }

        void c(String c) {
            this.c = c;
        }

        Integer d() {
            return d;
        }

        void d(Integer d) {
            this.d = d;
        }

        String n() {
            return n;
        }

        void n(String n) {
            this.n = n;
        }
    }

    /** With defaults of the database only. */
    @Mapped(table = "t")
    static class Served {
        @Id
        private Integer id;

        private String n;

        private String c;

        private String u;

        Served(String n) {
            this.n = n;
        }

        Integer id() {
            return id;
        }

        void id(Integer id) {
            this.id = id;
        }

        String n() {
            return n;
        }

        void n(String n) {
            this.n = n;
        }

        String c() {
            return c;
        }

        void c(String c) {
            this.c = c;
        }

        String u() {
            return u;
        }

        void u(String u) {
            this.u = u;
        }
    }
}
