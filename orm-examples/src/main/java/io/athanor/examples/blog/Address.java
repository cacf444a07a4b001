package io.athanor.examples.blog;

import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** An e-mail address of a user. */
@Mapped(table = "addresses")
public class Address {
    @Id
    private @Nullable Integer id;

    @Column(name = "email_address", nullable = false)
    private String email;

    @Column(name = "user_id", references = "users.id")
    private @Nullable Integer userId;

    @Relationship(backPopulates = "addresses")
    private @Nullable User user;

    /**
     * Create an address that belongs to nobody yet.
     *
     * @param email the address
     */
    public Address(String email) {
        this.email = email;
    }

    /**
     * Return the key.
     *
     * @return the key, or {@code null} before the address is inserted
     */
    public @Nullable Integer getId() {
        return id;
    }

    /**
     * Return the address.
     *
     * @return the address
     */
    public String getEmail() {
        return email;
    }

    /**
     * Return the key of the user.
     *
     * @return the key, or {@code null} before the flush that finds it out
     */
    public @Nullable Integer getUserId() {
        return userId;
    }

    /**
     * Return whose address it is.
     *
     * @return the user, or {@code null}
     */
    public @Nullable User getUser() {
        return user;
    }

    /**
     * Give the address to a user, whose list then has it.
     *
     * @param user the user, or {@code null} for nobody
     */
    public void setUser(@Nullable User user) {
        this.user = user;
    }

    @Override
    public String toString() {
        return "<Address(email_address='%s')>".formatted(email);
    }
}
