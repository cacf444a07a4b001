package io.athanor.dialect.sqlite;

import io.athanor.engine.dialect.Dialect;
import io.athanor.engine.dialect.DialectProvider;
import io.athanor.engine.dialect.JdbcDriver;

/**
 * Makes SQLite known. URLs: {@code sqlite:///:memory:}, {@code sqlite:///relative.db}, {@code sqlite:////absolute.db}, and
 * {@code jdbc:sqlite:…}.
 *
 * @since 0.1.0
 */
public final class SqliteDialectProvider implements DialectProvider {
    static final String NAME = "sqlite";

    /** Create the provider; called by the service loader. */
    public SqliteDialectProvider() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JdbcDriver driver() {
        return new JdbcDriver("org.sqlite.JDBC", "org.xerial:sqlite-jdbc");
    }

    @Override
    public Dialect create() {
        return new SqliteDialect();
    }
}
