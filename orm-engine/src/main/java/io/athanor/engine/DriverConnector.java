package io.athanor.engine;

import io.athanor.engine.dialect.JdbcTarget;
import io.athanor.engine.pool.Connector;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;

/** Opens connections by a driver. What it throws shows no secret. */
final class DriverConnector implements Connector {
    private final Driver driver;
    private final JdbcTarget target;
    private final Failures failures;

    DriverConnector(Driver driver, JdbcTarget target, Failures failures) {
        this.driver = driver;
        this.target = target;
        this.failures = failures;
    }

    @Override
    public Connection open() throws SQLException {
        Properties properties = new Properties();
        target.properties().forEach(properties::setProperty);
        Connection connection;
        try {
            connection = driver.connect(target.url(), properties);
        } catch (SQLException refused) {
            throw failures.redacted(refused);
        } catch (RuntimeException raw) {
            // Some drivers let a malformed URL through as an exception of java.lang.
            throw failures.redacted(new SQLException(String.valueOf(raw.getMessage()), "08001", raw));
        }
        if (connection == null) {
            throw new SQLException(
                    "Driver [%s] does not accept the URL"
                            .formatted(driver.getClass().getName()),
                    "08001");
        }
        return connection;
    }
}
