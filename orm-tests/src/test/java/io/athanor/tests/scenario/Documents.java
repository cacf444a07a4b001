package io.athanor.tests.scenario;

import io.athanor.orm.mapping.Deferred;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;

/** Entities of which not everything is loaded at once. */
final class Documents {
    private Documents() {}

    /** With columns that are loaded when they are used: alone, as a group, and never. */
    @Mapped(table = "doc")
    static class Document {
        @Id
        private Integer id;

        private String title;

        @Deferred
        private String body;

        @Deferred(group = "g")
        private String a;

        @Deferred(group = "g")
        private String b;

        @Deferred(raiseLoad = true)
        private String secret;

        Document() {}

        Integer id() {
            return id;
        }

        String title() {
            return title;
        }

        String body() {
            return body;
        }

        void body(String body) {
            this.body = body;
        }

        String a() {
            return a;
        }

        String b() {
            return b;
        }

        String secret() {
            return secret;
        }
    }
}
