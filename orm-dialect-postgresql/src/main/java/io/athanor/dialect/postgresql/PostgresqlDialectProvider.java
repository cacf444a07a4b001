package io.athanor.dialect.postgresql;

import io.athanor.engine.dialect.Dialect;
import io.athanor.engine.dialect.DialectProvider;
import io.athanor.engine.dialect.JdbcDriver;

/**
 * Makes PostgreSQL known. URLs: {@code postgresql://user:password@host:port/database} and {@code jdbc:postgresql:…}.
 *
 * @since 0.1.0
 */
public final class PostgresqlDialectProvider implements DialectProvider {
    static final String NAME = "postgresql";

    /** Create the provider; called by the service loader. */
    public PostgresqlDialectProvider() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.regionMatches(true, 0, PostgresqlUrls.JDBC, 0, PostgresqlUrls.JDBC.length());
    }

    @Override
    public boolean acceptsProduct(String product) {
        return product.equalsIgnoreCase(NAME);
    }

    @Override
    public JdbcDriver driver() {
        return new JdbcDriver("org.postgresql.Driver", "org.postgresql:postgresql");
    }

    @Override
    public Dialect create() {
        return new PostgresqlDialect();
    }
}
