/** Metrics of engine, pool and statements for Micrometer. */
module io.athanor.micrometer {
    requires transitive io.athanor.engine;
    requires transitive micrometer.core;
    requires static org.jspecify;

    exports io.athanor.micrometer;
}
