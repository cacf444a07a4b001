package io.athanor.tests.family;

import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;

/** Refers to one table in two ways. */
@Mapped(table = "thing")
public class Thing {
    @Id
    private Integer id;

    private String name;

    @Column(name = "owner_id", references = "owner.id")
    private Integer ownerId;

    @Column(name = "keeper_id", references = "owner.id")
    private Integer keeperId;

    @Relationship(backPopulates = "things", foreignKey = "thing.owner_id")
    private Owner owner;

    @Relationship(backPopulates = "kept", foreignKey = "thing.keeper_id")
    private Owner keeper;

    public Thing(String name) {
        this.name = name;
    }

    public Integer getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public Owner getOwner() {
        return owner;
    }

    public void setOwner(Owner owner) {
        this.owner = owner;
    }

    public Owner getKeeper() {
        return keeper;
    }

    public void setKeeper(Owner keeper) {
        this.keeper = keeper;
    }
}
