package io.athanor.dialect.h2;

import io.athanor.engine.dialect.Dialect;
import io.athanor.engine.dialect.DialectProvider;
import io.athanor.engine.dialect.JdbcDriver;

/**
 * Makes H2 known. URLs: {@code h2:///mem:name} in memory, {@code h2:///relative}, {@code h2:///~/home} and
 * {@code h2:////absolute} in files, {@code h2://host:port/path} on a server, and {@code jdbc:h2:…}.
 *
 * @since 0.1.0
 */
public final class H2DialectProvider implements DialectProvider {
    static final String NAME = "h2";

    /** Create the provider; called by the service loader. */
    public H2DialectProvider() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JdbcDriver driver() {
        return new JdbcDriver("org.h2.Driver", "com.h2database:h2");
    }

    @Override
    public Dialect create() {
        return new H2Dialect();
    }
}
