package io.athanor.dialect.postgresql;

import io.athanor.engine.dialect.Dialect;
import io.athanor.engine.dialect.DialectProvider;
import io.athanor.engine.dialect.JdbcDriver;
import java.util.Locale;

/**
 * Makes PostgreSQL known. Its dialect compiles statements and DDL; it opens no connections yet.
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
        return jdbcUrl.toLowerCase(Locale.ROOT).startsWith("jdbc:postgresql:");
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
