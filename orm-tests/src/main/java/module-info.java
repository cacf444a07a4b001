/** The dialect compliance kit: abstract suites that the author of a dialect extends. */
module io.athanor.tests {
    requires transitive io.athanor.orm;
    requires transitive org.junit.jupiter.api;
    requires transitive org.junit.jupiter.params;
    requires org.assertj.core;
    requires static org.jspecify;

    exports io.athanor.tests;
    exports io.athanor.tests.kit;
    exports io.athanor.tests.kit.change;
    exports io.athanor.tests.kit.orm;
    exports io.athanor.tests.kit.run;
    exports io.athanor.tests.kit.schema;
    exports io.athanor.tests.kit.select;
    exports io.athanor.tests.kit.type;

    // JUnit calls the tests, which only it may.
    opens io.athanor.tests to
            org.junit.platform.commons;
    opens io.athanor.tests.kit to
            org.junit.platform.commons;
    opens io.athanor.tests.kit.change to
            org.junit.platform.commons;
    opens io.athanor.tests.kit.orm to
            org.junit.platform.commons;
    opens io.athanor.tests.kit.run to
            org.junit.platform.commons;
    opens io.athanor.tests.kit.schema to
            org.junit.platform.commons;
    opens io.athanor.tests.kit.select to
            org.junit.platform.commons;
    opens io.athanor.tests.kit.type to
            org.junit.platform.commons;
}
