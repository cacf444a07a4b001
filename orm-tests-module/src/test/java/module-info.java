/** Black-box tests as a named module: only packages of tests are opened, the one that holds the entities is not. */
module io.athanor.tests.module {
    requires io.athanor.orm;
    requires io.athanor.dialect.h2;
    requires io.athanor.dialect.sqlite;
    requires org.assertj.core;
    requires org.junit.jupiter.api;
    requires org.junit.jupiter.params;
    requires static org.jspecify;

    opens io.athanor.tests.module.linked to
            org.junit.platform.commons;
    opens io.athanor.tests.module.path to
            org.junit.platform.commons;
    opens io.athanor.tests.module.session to
            org.junit.platform.commons;
}
