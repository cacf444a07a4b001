/** Runnable examples; the tutorial walks through the library in the order of its documentation. */
module io.athanor.examples {
    requires io.athanor.orm;
    requires static org.jspecify;

    // Records that rows are read into are constructed from without.
    exports io.athanor.examples.blog;
    exports io.athanor.examples.core;
}
