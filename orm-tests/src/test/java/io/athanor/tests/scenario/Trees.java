package io.athanor.tests.scenario;

import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;
import java.util.ArrayList;
import java.util.List;

/** Nodes below each other. */
final class Trees {
    private Trees() {}

    /** Has a parent of its own kind. */
    @Mapped(table = "node")
    static class Node {
        @Id
        private Integer id;

        @Column(name = "parent_id", references = "node.id")
        private Integer parentId;

        private String name;

        @Relationship(backPopulates = "parent", orderBy = "id", remoteSide = "parentId")
        private List<Node> children = new ArrayList<>();

        @Relationship(backPopulates = "children", remoteSide = "id")
        private Node parent;

        Node(String name) {
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

        List<Node> children() {
            return children;
        }

        void children(List<Node> children) {
            this.children = children;
        }

        Node parent() {
            return parent;
        }

        void parent(Node parent) {
            this.parent = parent;
        }
    }
}
