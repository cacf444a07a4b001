package io.athanor.tests.family;

import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;
import java.util.ArrayList;
import java.util.List;

/** One of one to many. */
@Mapped(table = "parent")
public class Parent {
    @Id
    private Integer id;

    private String name;

    @Relationship(backPopulates = "parent", orderBy = "id")
    private List<Child> children = new ArrayList<>();

    public Parent(String name) {
        this.name = name;
    }

    public Integer getId() {
        return id;
    }

    public void setId(Integer id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public List<Child> getChildren() {
        return children;
    }

    public void setChildren(List<Child> children) {
        this.children = children;
    }
}
