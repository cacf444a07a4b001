package io.athanor.tests.model;

import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;

/** The user of the tutorial. */
@Mapped(table = "users")
public class User {
    @Id
    private Integer id;

    private String name;
    private String fullname;
    private String password;

    public User(String name, String fullname, String password) {
        this.name = name;
        this.fullname = fullname;
        this.password = password;
    }

    /** A user about whom only the name matters. */
    public static User named(String name) {
        return new User(name, name + " full", "secret");
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

    public String getFullname() {
        return fullname;
    }

    public void setFullname(String fullname) {
        this.fullname = fullname;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    @Override
    public String toString() {
        return "<User(name='%s', fullname='%s', password='%s')>".formatted(name, fullname, password);
    }
}
