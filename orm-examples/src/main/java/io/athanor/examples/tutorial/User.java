package io.athanor.examples.tutorial;

import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import org.jspecify.annotations.Nullable;

/** A user of the tutorial's application: an ordinary class with fields, getters and setters. */
@Mapped(table = "users")
public class User {
    @Id
    private @Nullable Integer id;

    private String name;
    private String fullname;
    private String password;

    /**
     * Create a user.
     *
     * @param name the short name
     * @param fullname the full name
     * @param password the password
     */
    public User(String name, String fullname, String password) {
        this.name = name;
        this.fullname = fullname;
        this.password = password;
    }

    /**
     * Return the key.
     *
     * @return the key, or {@code null} before the user is inserted
     */
    public @Nullable Integer getId() {
        return id;
    }

    /**
     * Return the short name.
     *
     * @return the name
     */
    public String getName() {
        return name;
    }

    /**
     * Change the short name.
     *
     * @param name the name
     */
    public void setName(String name) {
        this.name = name;
    }

    /**
     * Return the full name.
     *
     * @return the name
     */
    public String getFullname() {
        return fullname;
    }

    /**
     * Return the password.
     *
     * @return the password
     */
    public String getPassword() {
        return password;
    }

    /**
     * Change the password.
     *
     * @param password the password
     */
    public void setPassword(String password) {
        this.password = password;
    }

    @Override
    public String toString() {
        return "<User(name='%s', fullname='%s', password='%s')>".formatted(name, fullname, password);
    }
}
