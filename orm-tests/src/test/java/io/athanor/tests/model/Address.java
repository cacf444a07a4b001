package io.athanor.tests.model;

import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;

/** An address of a {@link User}, who is known by key only. */
@Mapped(table = "addresses")
public class Address {
    @Id
    private Integer id;

    @Column(name = "email_address", nullable = false)
    private String email;

    @Column(name = "user_id", references = "users.id")
    private Integer userId;

    public Address(String email, Integer userId) {
        this.email = email;
        this.userId = userId;
    }

    public Integer getId() {
        return id;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public Integer getUserId() {
        return userId;
    }

    public void setUserId(Integer userId) {
        this.userId = userId;
    }
}
