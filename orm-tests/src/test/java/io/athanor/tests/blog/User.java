package io.athanor.tests.blog;

import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;
import java.util.ArrayList;
import java.util.List;

/** The user of the tutorial, with addresses. */
@Mapped(table = "users")
public class User {
    @Id
    private Integer id;

    private String name;

    private String fullname;

    private String password;

    @Relationship(backPopulates = "user", orderBy = "id")
    private List<Address> addresses = new ArrayList<>();

    public User(String name, String fullname, String password) {
        this.name = name;
        this.fullname = fullname;
        this.password = password;
    }

    public Integer id() {
        return id;
    }

    public void id(Integer id) {
        this.id = id;
    }

    public String name() {
        return name;
    }

    public void name(String name) {
        this.name = name;
    }

    public String fullname() {
        return fullname;
    }

    public void fullname(String fullname) {
        this.fullname = fullname;
    }

    public String password() {
        return password;
    }

    public void password(String password) {
        this.password = password;
    }

    public List<Address> addresses() {
        return addresses;
    }

    public void addresses(List<Address> addresses) {
        this.addresses = addresses;
    }
}
