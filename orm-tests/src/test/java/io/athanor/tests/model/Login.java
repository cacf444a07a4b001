package io.athanor.tests.model;

import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;

/** An entity that the database can refuse: its name is unique and required. Its key is a primitive. */
@Mapped(table = "logins")
public class Login {
    @Id
    private long id;

    @Column(nullable = false, unique = true, length = 20)
    private String name;

    private int visits;

    public Login(String name) {
        this.name = name;
    }

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public int getVisits() {
        return visits;
    }

    public void setVisits(int visits) {
        this.visits = visits;
    }
}
