package io.athanor.tests.kit;

import io.athanor.engine.Engine;
import io.athanor.engine.dialect.DatabaseUrl;
import io.athanor.engine.dialect.JdbcTarget;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The database of one {@link DialectUnderTest}, open from its first suite to the end of its last; then the results are told. */
final class KitDatabase implements AutoCloseable {
    private final DialectUnderTest kit;
    private final Engine engine;
    private final KitResults results;

    KitDatabase(DialectUnderTest kit) {
        this.kit = kit;
        this.engine = Engine.create(kit.url(), kit::configure);
        this.results = new KitResults(engine.dialect().name(), engine.dialect().capabilities());
    }

    DialectUnderTest kit() {
        return kit;
    }

    Engine engine() {
        return engine;
    }

    KitResults results() {
        return results;
    }

    Connection jdbc() throws SQLException {
        JdbcTarget target = engine.dialect().target(DatabaseUrl.parse(kit.url()));
        Properties properties = new Properties();
        properties.putAll(target.properties());
        return DriverManager.getConnection(target.url(), properties);
    }

    @Override
    public void close() {
        engine.close();
        results.tell();
    }
}
