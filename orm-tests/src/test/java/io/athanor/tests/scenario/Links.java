package io.athanor.tests.scenario;

import io.athanor.orm.mapping.Association;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;
import java.util.ArrayList;
import java.util.List;

/** Two classes that are related many to many. */
final class Links {
    private Links() {}

    /** Has rights. */
    @Mapped(table = "a")
    @Association(
            table = "ab",
            columns = {"a_id", "b_id"},
            references = {"a.id", "b.id"})
    static class Left {
        @Id
        private Integer id;

        private String name;

        @Relationship(secondary = "ab", backPopulates = "lefts", orderBy = "id")
        private List<Right> rights = new ArrayList<>();

        Left() {}

        Left(String name) {
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

        List<Right> rights() {
            return rights;
        }

        void rights(List<Right> rights) {
            this.rights = rights;
        }
    }

    /** Has lefts. */
    @Mapped(table = "b")
    static class Right {
        @Id
        private Integer id;

        private String name;

        @Relationship(secondary = "ab", backPopulates = "rights", orderBy = "id")
        private List<Left> lefts = new ArrayList<>();

        Right() {}

        Right(String name) {
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

        List<Left> lefts() {
            return lefts;
        }

        void lefts(List<Left> lefts) {
            this.lefts = lefts;
        }
    }
}
