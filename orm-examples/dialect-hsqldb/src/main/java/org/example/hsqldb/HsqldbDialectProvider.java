package org.example.hsqldb;

import io.athanor.engine.dialect.Dialect;
import io.athanor.engine.dialect.DialectProvider;
import io.athanor.engine.dialect.JdbcDriver;

/** Makes HSQLDB known; its URLs are {@code hsqldb:///mem:name} and {@code jdbc:hsqldb:…}. */
public final class HsqldbDialectProvider implements DialectProvider {
    static final String NAME = "hsqldb";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean acceptsProduct(String product) {
        return product.equals("HSQL Database Engine");
    }

    @Override
    public JdbcDriver driver() {
        return new JdbcDriver("org.hsqldb.jdbc.JDBCDriver", "org.hsqldb:hsqldb");
    }

    @Override
    public Dialect create() {
        return new HsqldbDialect();
    }
}
