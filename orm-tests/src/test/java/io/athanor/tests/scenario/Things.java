package io.athanor.tests.scenario;

import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.sql.type.Json;

/** Entities of one table, without relationships. */
final class Things {
    private Things() {}

    /** With a name. */
    @Mapped(table = "t")
    static class Named {
        @Id
        private Integer id;

        private String name;

        Named() {}

        Named(String name) {
            this.name = name;
        }

        Named(Integer id, String name) {
            this.id = id;
            this.name = name;
        }

        Integer id() {
            return id;
        }

        void id(Integer id) {
            this.id = id;
        }

        String name() {
            return name;
        }

        void name(String name) {
            this.name = name;
        }
    }

    /** With a name and something that is left alone. */
    @Mapped(table = "t")
    static class Kept {
        @Id
        private Integer id;

        private String name;

        private String keep;

        Kept() {}

        Integer id() {
            return id;
        }

        void id(Integer id) {
            this.id = id;
        }

        String name() {
            return name;
        }

        void name(String name) {
            this.name = name;
        }

        String keep() {
            return keep;
        }

        void keep(String keep) {
            this.keep = keep;
        }
    }

    /** With two numbers. */
    @Mapped(table = "t")
    static class Pair {
        @Id
        private Integer id;

        private Integer a;

        private Integer b;

        Pair() {}

        Pair(Integer a) {
            this.a = a;
        }

        Pair(Integer id, Integer a) {
            this.id = id;
            this.a = a;
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
    }

    /** With a number. */
    @Mapped(table = "t")
    static class Single {
        @Id
        private Integer id;

        private Integer a;

        Single() {}

        Single(Integer a) {
            this.a = a;
        }

        Single(Integer id, Integer a) {
            this.id = id;
            this.a = a;
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
    }

    /** With a number that SQL reckons. */
    @Mapped(table = "t")
    static class Counted {
        @Id
        private Integer id;

        private Integer n;

        Counted() {}

        Integer id() {
            return id;
        }

        void id(Integer id) {
            this.id = id;
        }

        Integer n() {
            return n;
        }

        void n(Integer n) {
            this.n = n;
        }
    }

    /** With a number that must be there. */
    @Mapped(table = "t")
    static class Required {
        @Id
        private Integer id;

        @Column(nullable = false)
        private Integer a;

        Required(Integer a) {
            this.a = a;
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
    }

    /** With a code that nobody else has. */
    @Mapped(table = "t")
    static class Coded {
        @Id
        private Integer id;

        @Column(unique = true)
        private String code;

        Coded(String code) {
            this.code = code;
        }

        Integer id() {
            return id;
        }

        void id(Integer id) {
            this.id = id;
        }

        String code() {
            return code;
        }

        void code(String code) {
            this.code = code;
        }
    }

    /** With a key that the application gives. */
    @Mapped(table = "t")
    static class Lettered {
        @Id
        private String code;

        private String name;

        Lettered(String name) {
            this.name = name;
        }

        String code() {
            return code;
        }

        void code(String code) {
            this.code = code;
        }

        String name() {
            return name;
        }

        void name(String name) {
            this.name = name;
        }
    }

    /** With a key of two numbers. */
    @Mapped(table = "k")
    static class Compound {
        @Id
        private Integer a;

        @Id
        private Integer b;

        private String n;

        Compound(Integer a, Integer b, String n) {
            this.a = a;
            this.b = b;
            this.n = n;
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

        String n() {
            return n;
        }

        void n(String n) {
            this.n = n;
        }
    }

    /** Mapped first. */
    @Mapped(table = "zed")
    static class Zed {
        @Id
        private Integer id;

        private String name;

        Zed(String name) {
            this.name = name;
        }

        Integer id() {
            return id;
        }

        void id(Integer id) {
            this.id = id;
        }

        String name() {
            return name;
        }

        void name(String name) {
            this.name = name;
        }
    }

    /** First by its table. */
    @Mapped(table = "abc")
    static class Abc {
        @Id
        private Integer id;

        private String name;

        Abc(String name) {
            this.name = name;
        }

        Integer id() {
            return id;
        }

        void id(Integer id) {
            this.id = id;
        }

        String name() {
            return name;
        }

        void name(String name) {
            this.name = name;
        }
    }

    /** With two values of JSON. */
    @Mapped(table = "t")
    static class Noted {
        @Id
        private Integer id;

        private Json plain;

        private Json tracked;

        Noted() {}

        Json plain() {
            return plain;
        }

        void plain(Json plain) {
            this.plain = plain;
        }

        void tracked(Json tracked) {
            this.tracked = tracked;
        }
    }
}
