package io.athanor.examples.blog;

import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;
import io.athanor.orm.query.DynamicCollection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user of the application: an ordinary class with fields, getters and setters. */
@Mapped(table = "users")
public class User {
    @Id
    private @Nullable Integer id;

    private String name;
    private String fullname;
    private String password;

    @Relationship(
            backPopulates = "user",
            cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN},
            orderBy = "id")
    private List<Address> addresses = new ArrayList<>();

    /** Made by the library, which gives each object its own. */
    @SuppressWarnings("NullAway.Init")
    @Relationship(backPopulates = "author")
    private DynamicCollection<BlogPost> posts;

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
     * Change the full name.
     *
     * @param fullname the name
     */
    public void setFullname(String fullname) {
        this.fullname = fullname;
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

    /**
     * Return the addresses.
     *
     * @return the list, loaded when it is first read
     */
    public List<Address> getAddresses() {
        return addresses;
    }

    /**
     * Replace the addresses.
     *
     * @param addresses all that the user has from now on
     */
    public void setAddresses(List<Address> addresses) {
        this.addresses = addresses;
    }

    /**
     * Return the posts, which may be many.
     *
     * @return what they are added to and queried by
     */
    public DynamicCollection<BlogPost> getPosts() {
        return posts;
    }

    @Override
    public String toString() {
        return "<User(name='%s', fullname='%s', password='%s')>".formatted(name, fullname, password);
    }
}
