package io.athanor.tests.script;

import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;

/** Goes with its team. */
@Mapped(table = "badge")
public class Badge implements Item {
    @Id
    private Integer id;

    @Column(name = "parent_id", references = "team.id")
    private Integer parentId;

    private String name;

    @Relationship(backPopulates = "badges")
    private Team team;

    public Badge(String name) {
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

    public Team getTeam() {
        return team;
    }

    public void setTeam(Team team) {
        this.team = team;
    }
}
