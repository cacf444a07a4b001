package io.athanor.tests.kit;

import io.athanor.engine.EngineOptions;

/**
 * What the kit has to be told of a dialect. Implemented by {@code DialectKit}, which authors extend.
 *
 * @since 0.1.0
 */
public interface DialectUnderTest {
    /**
     * Return where the database is.
     *
     * @return the URL of a database that the kit may do anything in, whose texts differ if their letters differ in case
     */
    String url();

    /**
     * Set options of the engine. Does nothing unless overridden.
     *
     * @param options the options
     */
    default void configure(EngineOptions options) {}

    /**
     * Return the name of a collation that orders by code point, for dialects that declare
     * {@link io.athanor.engine.dialect.Capability#COLLATIONS}.
     *
     * @return the name; {@code C} unless overridden
     */
    default String binaryCollation() {
        return "C";
    }

    /**
     * Return the name of a schema beside the connection's own, for dialects that declare
     * {@link io.athanor.engine.dialect.Capability#SCHEMAS}. The kit creates it if it is missing, and drops it.
     *
     * @return the name, a plain word in lower case; {@code kit_schema} unless overridden
     */
    default String schema() {
        return "kit_schema";
    }
}
