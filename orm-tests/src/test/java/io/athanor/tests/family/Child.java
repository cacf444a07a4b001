package io.athanor.tests.family;

import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;

/** One of many. */
@Mapped(table = "child")
public class Child {
    @Id
    private Integer id;

    @Column(name = "parent_id", references = "parent.id")
    private Integer parentId;

    private String name;

    @Relationship(backPopulates = "children")
    private Parent parent;

    public Child(String name) {
        this.name = name;
    }

    public Integer getId() {
        return id;
    }

    public void setId(Integer id) {
        this.id = id;
    }

    public Integer getParentId() {
        return parentId;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Parent getParent() {
        return parent;
    }

    public void setParent(Parent parent) {
        this.parent = parent;
    }
}
