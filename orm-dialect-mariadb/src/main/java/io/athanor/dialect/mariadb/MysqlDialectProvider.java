package io.athanor.dialect.mariadb;

import io.athanor.engine.dialect.Dialect;
import io.athanor.engine.dialect.DialectProvider;
import io.athanor.engine.dialect.JdbcDriver;
import java.util.Locale;

/**
 * Makes MySQL 8 known. URLs: {@code mysql://user:password@host:port/database} and {@code jdbc:mysql:…}.
 *
 * @since 0.1.0
 */
public final class MysqlDialectProvider implements DialectProvider {
    static final String NAME = "mysql";

    /** Create the provider; called by the service loader. */
    public MysqlDialectProvider() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.toLowerCase(Locale.ROOT).startsWith("jdbc:mysql:");
    }

    @Override
    public boolean acceptsProduct(String product) {
        return product.equalsIgnoreCase(NAME);
    }

    @Override
    public JdbcDriver driver() {
        return new JdbcDriver("com.mysql.cj.jdbc.Driver", "com.mysql:mysql-connector-j");
    }

    @Override
    public Dialect create() {
        return new MysqlDialect();
    }
}
