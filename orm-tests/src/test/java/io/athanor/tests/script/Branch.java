package io.athanor.tests.script;

import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;
import java.util.ArrayList;
import java.util.List;

/** Grows from another one, and falls with it. */
@Mapped(table = "branch")
public class Branch implements Item {
    @Id
    private Integer id;

    @Column(name = "parent_id", references = "branch.id")
    private Integer parentId;

    private String name;

    @Relationship(backPopulates = "parent", cascade = Cascade.ALL, orderBy = "id")
    private List<Branch> twigs = new ArrayList<>();

    @Relationship(backPopulates = "twigs", remoteSide = "id")
    private Branch parent;

    public Branch(String name) {
        this.name = name;
    }

    @Override
    public Integer getId() {
        return id;
    }

    @Override
    public void setId(Integer id) {
        this.id = id;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public void setName(String name) {
        this.name = name;
    }

    public List<Branch> getTwigs() {
        return twigs;
    }

    public void setTwigs(List<Branch> twigs) {
        this.twigs = twigs;
    }

    public Branch getParent() {
        return parent;
    }

    public void setParent(Branch parent) {
        this.parent = parent;
    }
}
