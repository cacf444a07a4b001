package io.athanor.benchmarks.peer;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/** The values of a user; the same for every library. */
public record Person(String name, String fullname, int age, LocalDateTime created, BigDecimal balance) {
    /** The n-th person, always the same. */
    public static Person number(int n) {
        return new Person(
                "name" + n,
                "Full Name " + n,
                n % 100,
                LocalDateTime.of(2024, 1 + n % 12, 1 + n % 28, n % 24, n % 60, n % 60, (n % 1000) * 1_000_000),
                BigDecimal.valueOf(n % 100_000, 2));
    }

    /** The address of the n-th person with a number of its own. */
    public static String email(int n, int address) {
        return "name" + n + "." + address + "@example.org";
    }
}
