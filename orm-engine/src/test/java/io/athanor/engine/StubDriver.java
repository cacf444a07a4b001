package io.athanor.engine;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;

/** A driver that never connects, and whose messages tell too much: the URL, the password. */
public final class StubDriver implements Driver {
    /** Create it; called by the service loader. */
    public StubDriver() {}

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        if (url.contains("raw")) {
            throw new IllegalArgumentException("cannot parse " + url + " with " + info.getProperty("password"));
        }
        SQLException failure =
                new SQLException("cannot connect to " + url + " by " + info.getProperty("password"), "08001");
        failure.initCause(new IllegalStateException("tried " + info.getProperty("password")));
        failure.setNextException(new SQLException("again " + url + info.getProperty("password"), "08001"));
        throw failure;
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith("jdbc:stub:");
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}
