/** Black-box tests as a named module: only packages of tests are opened, the one that holds the entities is not. */
module io.athanor.tests.module {
    requires io.athanor.orm;
    requires org.junit.jupiter.api;
    requires org.assertj.core;
    requires static org.jspecify;
}
