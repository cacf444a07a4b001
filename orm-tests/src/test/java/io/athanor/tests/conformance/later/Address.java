package io.athanor.tests.conformance.later;

import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;

/** The address of the later tutorial. */
@Mapped(table = "address")
public class Address {
    @Id
    private Integer id;

    @Column(name = "email_address", nullable = false)
    private String email;

    @Column(name = "user_id", nullable = false, references = "user_account.id")
    private Integer userId;

    @Relationship(backPopulates = "addresses")
    private User user;

    public Address(String email) {
        this.email = email;
    }

    public Address(String email, User user) {
        this.email = email;
        this.user = user;
    }

    public Integer id() {
        return id;
    }

    public String email() {
        return email;
    }

    public void email(String email) {
        this.email = email;
    }

    public Integer userId() {
        return userId;
    }

    public User user() {
        return user;
    }
}
