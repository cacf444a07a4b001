package io.athanor.tests.family;

import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;
import java.util.ArrayList;
import java.util.List;

/** Refers to its own table. */
@Mapped(table = "node")
public class Node {
    @Id
    private Integer id;

    @Column(name = "parent_id", references = "node.id")
    private Integer parentId;

    private String name;

    @Relationship(backPopulates = "parent", cascade = Cascade.ALL, orderBy = "id")
    private List<Node> children = new ArrayList<>();

    @Relationship(backPopulates = "children", remoteSide = "id")
    private Node parent;

    public Node(String name) {
        this.name = name;
    }

    public Integer getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public List<Node> getChildren() {
        return children;
    }

    public Node getParent() {
        return parent;
    }

    public void setParent(Node parent) {
        this.parent = parent;
    }
}
