package io.athanor.tests.family;

import io.athanor.orm.mapping.Association;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;
import java.util.ArrayList;
import java.util.List;

/** One of many to many. */
@Mapped(table = "tag")
@Association(
        table = "owner_tag",
        columns = {"owner_id", "tag_id"},
        references = {"owner.id", "tag.id"})
public class Tag {
    @Id
    private Integer id;

    private String name;

    @Relationship(secondary = "owner_tag", backPopulates = "tags", orderBy = "id")
    private List<Owner> owners = new ArrayList<>();

    public Tag(String name) {
        this.name = name;
    }

    public Integer getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public List<Owner> getOwners() {
        return owners;
    }
}
