package io.athanor.tests.scenario;

import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;
import java.util.ArrayList;
import java.util.List;

/** Parents and children, known to each other. */
final class Families {
    private Families() {}

    /** Has children, in the order of their keys. */
    @Mapped(table = "parent")
    static class Parent {
        @Id
        private Integer id;

        private String name;

        @Relationship(backPopulates = "parent", orderBy = "id")
        private List<Child> children = new ArrayList<>();

        Parent() {}

        Parent(String name) {
            this.name = name;
        }

        Parent(Integer id, String name) {
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

        List<Child> children() {
            return children;
        }

        void children(List<Child> children) {
            this.children = children;
        }
    }

    /** Has a parent. */
    @Mapped(table = "child")
    static class Child {
        @Id
        private Integer id;

        @Column(name = "parent_id", references = "parent.id")
        private Integer parentId;

        private String name;

        @Relationship(backPopulates = "children")
        private Parent parent;

        Child() {}

        Child(String name) {
            this.name = name;
        }

        Child(Integer id, String name) {
            this.id = id;
            this.name = name;
        }

        Integer id() {
            return id;
        }

        void id(Integer id) {
            this.id = id;
        }

        Integer parentId() {
            return parentId;
        }

        void parentId(Integer parentId) {
            this.parentId = parentId;
        }

        String name() {
            return name;
        }

        void name(String name) {
            this.name = name;
        }

        Parent parent() {
            return parent;
        }

        void parent(Parent parent) {
            this.parent = parent;
        }
    }
}
