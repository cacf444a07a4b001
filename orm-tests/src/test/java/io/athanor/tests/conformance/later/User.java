package io.athanor.tests.conformance.later;

import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;
import java.util.ArrayList;
import java.util.List;

/** The user of the later tutorial. */
@Mapped(table = "user_account")
public class User {
    @Id
    private Integer id;

    @Column(length = 30, nullable = false)
    private String name;

    private String fullname;

    @Relationship(
            backPopulates = "user",
            cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
    private List<Address> addresses = new ArrayList<>();

    public User(String name, String fullname, Address... addresses) {
        this.name = name;
        this.fullname = fullname;
        this.addresses.addAll(List.of(addresses));
    }

    public Integer id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String fullname() {
        return fullname;
    }

    public void fullname(String fullname) {
        this.fullname = fullname;
    }

    public List<Address> addresses() {
        return addresses;
    }
}
