package io.athanor.tests.blog.cascading;

import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;
import io.athanor.orm.query.DynamicCollection;
import java.util.ArrayList;
import java.util.List;

/** The user of the tutorial, with addresses that go with it, and posts that are queried. */
@Mapped(table = "users")
public class User {
    @Id
    private Integer id;

    private String name;

    private String fullname;

    private String password;

    @Relationship(
            backPopulates = "user",
            cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
    private List<Address> addresses = new ArrayList<>();

    /** Their table is made only after a user has been deleted, so deleting one must not look for them. */
    @Relationship(backPopulates = "author", passiveDeletes = true)
    private DynamicCollection<BlogPost> posts;

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

    public DynamicCollection<BlogPost> posts() {
        return posts;
    }

    public void addresses(List<Address> addresses) {
        this.addresses = addresses;
    }
}
