/** The dialect compliance kit: abstract suites that the author of a dialect extends. */
module io.athanor.tests {
    requires transitive io.athanor.orm;
    requires transitive org.junit.jupiter.api;
    requires static org.jspecify;
}
