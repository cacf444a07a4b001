package io.athanor.tests.script;

import io.athanor.orm.mapping.Association;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;
import java.util.ArrayList;
import java.util.List;

/** Is won by many, who win many. */
@Mapped(table = "cup")
@Association(
        table = "team_cup",
        columns = {"team_id", "cup_id"},
        references = {"team.id", "cup.id"})
public class Cup implements Item {
    @Id
    private Integer id;

    private String name;

    @Relationship(secondary = "team_cup", backPopulates = "cups", orderBy = "id")
    private List<Team> teams = new ArrayList<>();

    public Cup(String name) {
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

    public List<Team> getTeams() {
        return teams;
    }

    public void setTeams(List<Team> teams) {
        this.teams = teams;
    }
}
