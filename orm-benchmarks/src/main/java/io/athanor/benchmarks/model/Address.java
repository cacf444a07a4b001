package io.athanor.benchmarks.model;

import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** An address. */
@Mapped(table = "addresses")
public class Address {
    @Id
    private @Nullable Integer id;

    private String email = "";

    @Column(name = "user_id", references = "users.id")
    private @Nullable Integer userId;

    @Relationship(backPopulates = "addresses")
    private @Nullable User user;

    /** Its key. */
    public @Nullable Integer getId() {
        return id;
    }

    /** Its text. */
    public String getEmail() {
        return email;
    }

    /** The key of who lives there. */
    public @Nullable Integer getUserId() {
        return userId;
    }

    /** Who lives there. */
    public @Nullable User getUser() {
        return user;
    }
}
