package io.athanor.tests.family;

import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Owns what it holds: a list, a map and a single object. */
@Mapped(table = "owner")
public class Owner {
    @Id
    private Integer id;

    @Relationship(
            backPopulates = "owner",
            foreignKey = "thing.owner_id",
            cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN},
            orderBy = "id")
    private List<Thing> things = new ArrayList<>();

    @Relationship(backPopulates = "keeper", foreignKey = "thing.keeper_id", keyedBy = "name")
    private Map<String, Thing> kept = new HashMap<>();

    @Relationship(secondary = "owner_tag", backPopulates = "owners")
    private Set<Tag> tags = new LinkedHashSet<>();

    @Relationship(backPopulates = "owner")
    private Passport passport;

    public Integer getId() {
        return id;
    }

    public List<Thing> getThings() {
        return things;
    }

    public Map<String, Thing> getKept() {
        return kept;
    }

    public Set<Tag> getTags() {
        return tags;
    }

    public Passport getPassport() {
        return passport;
    }

    public void setPassport(Passport passport) {
        this.passport = passport;
    }
}
