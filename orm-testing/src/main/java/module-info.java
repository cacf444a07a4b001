/** For the tests of applications: counting statements, budgets, and a sandbox that undoes what a test has done. */
module io.athanor.testing {
    requires transitive io.athanor.orm;
    requires transitive org.junit.jupiter.api;
    requires static org.jspecify;

    exports io.athanor.testing;
}
