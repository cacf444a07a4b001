package io.athanor.benchmarks.model;

import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user. */
@Mapped(table = "users")
public class User {
    @Id
    private @Nullable Integer id;

    private String name;
    private @Nullable String fullname;
    private int age;
    private @Nullable LocalDateTime created;
    private @Nullable BigDecimal balance;

    // As with the others, whoever deletes a user leaves the addresses to the database.
    @Relationship(backPopulates = "user", passiveDeletesAll = true)
    private List<Address> addresses = new ArrayList<>();

    /** For the library. */
    protected User() {
        this("", null, 0, null, null);
    }

    /** A new user. */
    public User(
            String name,
            @Nullable String fullname,
            int age,
            @Nullable LocalDateTime created,
            @Nullable BigDecimal balance) {
        this.name = name;
        this.fullname = fullname;
        this.age = age;
        this.created = created;
        this.balance = balance;
    }

    /** Their key. */
    public @Nullable Integer getId() {
        return id;
    }

    /** Their name. */
    public String getName() {
        return name;
    }

    /** Their whole name. */
    public @Nullable String getFullname() {
        return fullname;
    }

    /** Their age. */
    public int getAge() {
        return age;
    }

    /** Make them older. */
    public void setAge(int age) {
        this.age = age;
    }

    /** When they came. */
    public @Nullable LocalDateTime getCreated() {
        return created;
    }

    /** What they have. */
    public @Nullable BigDecimal getBalance() {
        return balance;
    }

    /** Where they live. */
    public List<Address> getAddresses() {
        return addresses;
    }
}
