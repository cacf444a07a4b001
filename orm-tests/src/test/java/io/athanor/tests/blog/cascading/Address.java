package io.athanor.tests.blog.cascading;

import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;

/** An address of a user. */
@Mapped(table = "addresses")
public class Address {
    @Id
    private Integer id;

    @Column(name = "email_address", nullable = false)
    private String email;

    @Column(name = "user_id", references = "users.id")
    private Integer userId;

    @Relationship(backPopulates = "addresses")
    private User user;

    public Address(String email) {
        this.email = email;
    }

    public Integer id() {
        return id;
    }

    public void id(Integer id) {
        this.id = id;
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

    public void userId(Integer userId) {
        this.userId = userId;
    }

    public User user() {
        return user;
    }

    public void user(User user) {
        this.user = user;
    }
}
