package io.athanor.tests.jdbc;

import io.athanor.engine.Engine;
import java.io.IOException;
import java.net.URL;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * A driver that records what the connections of another are told: for an engine that is made of a URL.
 *
 * @since 0.1.0
 */
public final class RecordingDriver implements Driver {
    private static final ThreadLocal<Recording> INSTALLED = new ThreadLocal<>();

    private final Recording recording = INSTALLED.get();

    /** Make an engine that uses this driver and knows of no other. */
    public static Engine engine(String url, Recording recording) {
        INSTALLED.set(recording);
        try {
            return Engine.create(url, options -> options.classLoader(new OnlyThisDriver()));
        } finally {
            INSTALLED.remove();
        }
    }

    /** Finds every service but other drivers. */
    private static final class OnlyThisDriver extends ClassLoader {
        private static final String DRIVERS = "META-INF/services/java.sql.Driver";

        OnlyThisDriver() {
            super(RecordingDriver.class.getClassLoader());
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.equals(DRIVERS)
                    ? Collections.enumeration(
                            Collections.singleton(RecordingDriver.class.getResource("recording-driver")))
                    : super.getResources(name);
        }
    }

    @Override
    public Connection connect(String url, Properties properties) throws SQLException {
        return RecordedConnection.of(DriverManager.getConnection(url, properties), recording, Connection::close);
    }

    @Override
    public boolean acceptsURL(String url) {
        return true;
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
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
