package io.athanor.engine.dialect;

/**
 * Makes a dialect known. Declared both by {@code provides} in the module's descriptor and in {@code META-INF/services}, so
 * that it is found on the module path and on the class path. Needs a public constructor without parameters, and is
 * thread-safe.
 *
 * @since 0.1.0
 */
public interface DialectProvider {
    /**
     * Return the dialect's name, which is the scheme of its URLs.
     *
     * @return lower case letters and digits, such as {@code "sqlite"}
     */
    String name();

    /**
     * Return whether the dialect is meant for a JDBC URL: one whose subprotocol is the dialect's name, unless overridden.
     *
     * @param jdbcUrl the URL, which may hold secrets
     * @return whether it is
     */
    default boolean accepts(String jdbcUrl) {
        String beginning = "jdbc:" + name() + ":";
        return jdbcUrl.regionMatches(true, 0, beginning, 0, beginning.length());
    }

    /**
     * Return whether the dialect is meant for a database that a {@code DataSource} leads to: one whose product has the
     * dialect's name, unless overridden.
     *
     * @param product what {@link java.sql.DatabaseMetaData#getDatabaseProductName} says
     * @return whether it is
     */
    default boolean acceptsProduct(String product) {
        return product.equalsIgnoreCase(name());
    }

    /**
     * Return the driver that the dialect needs.
     *
     * @return its class and artifact
     */
    JdbcDriver driver();

    /**
     * Create a dialect for one engine.
     *
     * @return a new dialect, never {@code null}
     */
    Dialect create();
}
