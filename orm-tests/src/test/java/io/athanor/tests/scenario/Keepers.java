package io.athanor.tests.scenario;

import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;
import io.athanor.orm.query.WriteOnlyCollection;

/** Parents that never hold all their children. */
final class Keepers {
    private Keepers() {}

    /** Has children that are only written to. */
    @Mapped(table = "parent")
    static class Keeper {
        @Id
        private Integer id;

        private String name;

        @Relationship(
                backPopulates = "parent",
                orderBy = "id",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
        private WriteOnlyCollection<Ward> children;

        Keeper() {}

        Integer id() {
            return id;
        }

        String name() {
            return name;
        }

        WriteOnlyCollection<Ward> children() {
            return children;
        }
    }

    /** Has a parent. */
    @Mapped(table = "child")
    static class Ward {
        @Id
        private Integer id;

        @Column(name = "parent_id", references = "parent.id")
        private Integer parentId;

        private String name;

        @Relationship(backPopulates = "children")
        private Keeper parent;

        Ward() {}

        Ward(String name) {
            this.name = name;
        }

        Integer id() {
            return id;
        }

        Integer parentId() {
            return parentId;
        }

        String name() {
            return name;
        }

        Keeper parent() {
            return parent;
        }
    }
}
