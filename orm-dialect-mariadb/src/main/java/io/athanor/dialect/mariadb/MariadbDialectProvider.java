package io.athanor.dialect.mariadb;

import io.athanor.engine.dialect.Dialect;
import io.athanor.engine.dialect.DialectProvider;
import io.athanor.engine.dialect.JdbcDriver;
import java.util.Locale;

/**
 * Makes MariaDB known. URLs: {@code mariadb://user:password@host:port/database} and {@code jdbc:mariadb:…}.
 *
 * @since 0.1.0
 */
public final class MariadbDialectProvider implements DialectProvider {
    static final String NAME = "mariadb";

    /** Create the provider; called by the service loader. */
    public MariadbDialectProvider() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.toLowerCase(Locale.ROOT).startsWith("jdbc:mariadb:");
    }

    @Override
    public boolean acceptsProduct(String product) {
        return product.equalsIgnoreCase(NAME);
    }

    @Override
    public JdbcDriver driver() {
        return new JdbcDriver("org.mariadb.jdbc.Driver", "org.mariadb.jdbc:mariadb-java-client");
    }

    @Override
    public Dialect create() {
        return new MariadbDialect();
    }
}
