package io.athanor.tests.family;

import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;

/** One of one to one. */
@Mapped(table = "passport")
public class Passport {
    @Id
    private Integer id;

    @Column(name = "owner_id", references = "owner.id")
    private Integer ownerId;

    private String number;

    @Relationship(backPopulates = "passport")
    private Owner owner;

    public Passport(String number) {
        this.number = number;
    }

    public Integer getId() {
        return id;
    }

    public String getNumber() {
        return number;
    }

    public Owner getOwner() {
        return owner;
    }

    public void setOwner(Owner owner) {
        this.owner = owner;
    }
}
