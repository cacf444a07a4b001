package io.athanor.tests.script;

import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Has children that it lets go, children that it does not, and friends. */
@Mapped(table = "team")
public class Team implements Item {
    @Id
    private Integer id;

    private String name;

    @Relationship(backPopulates = "team", orderBy = "id")
    private List<Player> players = new ArrayList<>();

    @Relationship(
            backPopulates = "team",
            cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
    private Set<Badge> badges = new LinkedHashSet<>();

    @Relationship(secondary = "team_cup", backPopulates = "teams")
    private Set<Cup> cups = new LinkedHashSet<>();

    public Team(String name) {
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

    public List<Player> getPlayers() {
        return players;
    }

    public void setPlayers(List<Player> players) {
        this.players = players;
    }

    public Set<Badge> getBadges() {
        return badges;
    }

    public void setBadges(Set<Badge> badges) {
        this.badges = badges;
    }

    public Set<Cup> getCups() {
        return cups;
    }

    public void setCups(Set<Cup> cups) {
        this.cups = cups;
    }
}
