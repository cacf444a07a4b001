package io.athanor.tests.database;

import io.athanor.tests.jdbc.RecordingDataSource;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that every suite runs on; the suites of each are the nested classes of one test class. */
public enum Database {
    SQLITE("sqlite", "sqlite:///:memory:", "jdbc:sqlite::memory:", true),
    H2("h2", "jdbc:h2:mem:tutorial", "jdbc:h2:mem:suite%d", false);

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String dialect;
    private final String url;
    private final String jdbcUrl;
    private final boolean hasOneConnection;

    Database(String dialect, String url, String jdbcUrl, boolean hasOneConnection) {
        this.dialect = dialect;
        this.url = url;
        this.jdbcUrl = jdbcUrl;
        this.hasOneConnection = hasOneConnection;
    }

    /** The name of the dialect. */
    public String dialect() {
        return dialect;
    }

    /** A URL of an empty database in memory, as an application gives it; it lives as long as its engine. */
    public String url() {
        return url;
    }

    /** Whether each connection is a database of its own, so that there can be only one. */
    public boolean hasOneConnection() {
        return hasOneConnection;
    }

    /** A new empty database in memory. */
    public RecordingDataSource open() {
        return new RecordingDataSource(jdbcUrl.formatted(NUMBER.incrementAndGet()), hasOneConnection);
    }
}
