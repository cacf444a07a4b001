/** Runnable examples; the tutorial walks through the library in the order of its documentation. */
module io.athanor.examples {
    requires io.athanor.orm;
    requires static org.jspecify;
}
