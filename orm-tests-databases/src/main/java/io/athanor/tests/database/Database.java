package io.athanor.tests.database;

import io.athanor.tests.jdbc.ConnectionSource;
import io.athanor.tests.jdbc.RecordingDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The databases that every suite runs on; the suites of each are the nested classes of one test class.
 *
 * @since 0.1.0
 */
public enum Database {
    SQLITE("sqlite", "sqlite:///:memory:", "jdbc:sqlite::memory:"),
    H2("h2", "jdbc:h2:mem:tutorial", "jdbc:h2:mem:suite%d"),
    POSTGRESQL("postgresql", "", ""),
    MARIADB("mariadb", "", "");

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final List<ServerDatabase> LENT = new ArrayList<>();

    private final String dialect;
    private final String url;
    private final String jdbcUrl;

    Database(String dialect, String url, String jdbcUrl) {
        this.dialect = dialect;
        this.url = url;
        this.jdbcUrl = jdbcUrl;
    }

    /** Those that can be had here; a build server that lacks one fails. */
    public static List<Database> available() {
        return Stream.of(values())
                .filter(database -> database.reasonOfAbsence() == null)
                .toList();
    }

    /** The name of the dialect. */
    public String dialect() {
        return dialect;
    }

    /** Whether each connection is a database of its own, so that there can be only one. */
    public boolean hasOneConnection() {
        return this == SQLITE;
    }

    /** SQL whose names are quoted as the standard has it, as the database quotes them. */
    public String quoted(String sql) {
        return this == MARIADB ? sql.replace('"', '`') : sql;
    }

    /** How a page of rows is asked for, with its parameters, as a recording tells it. */
    public String page(int limit, int offset) {
        return this == MARIADB
                ? "LIMIT ?, ? [%d, %d]".formatted(offset, limit)
                : "LIMIT ? OFFSET ? [%d, %d]".formatted(limit, offset);
    }

    /** SQL after which the column {@code id} of a table is numbered from there. */
    public String numberOn(String table, int next) {
        return switch (this) {
            case POSTGRESQL -> "ALTER SEQUENCE %s_id_seq RESTART WITH %d".formatted(table, next);
            case MARIADB -> "ALTER TABLE %s AUTO_INCREMENT = %d".formatted(table, next);
            case SQLITE, H2 -> "ALTER TABLE %s ALTER COLUMN id RESTART WITH %d".formatted(table, next);
        };
    }

    /** Where a server of the kind listens unless its URL says otherwise. */
    int defaultPort() {
        return this == POSTGRESQL ? 5432 : 3306;
    }

    /** Whether it is a server beside the JVM. */
    public boolean isServer() {
        return url.isEmpty();
    }

    /** Why the database cannot be had on this machine; null if it can. A server is looked for and started once. */
    public @Nullable String reasonOfAbsence() {
        return isServer() ? Servers.of(this).reasonOfAbsence() : null;
    }

    /**
     * A URL of an empty database, as an application gives it. In memory it lives as long as its engine; on a server until
     * {@link #takeBack}.
     */
    public String url() {
        if (!isServer()) {
            return url;
        }
        ServerDatabase lent = lend();
        synchronized (LENT) {
            LENT.add(lent);
        }
        return lent.url();
    }

    /** Take the databases on servers back whose URLs were asked for; their engines are closed. */
    public static void takeBack() throws SQLException {
        List<ServerDatabase> lent;
        synchronized (LENT) {
            lent = List.copyOf(LENT);
            LENT.clear();
        }
        for (ServerDatabase database : lent) {
            database.close();
        }
    }

    /** A new empty database, until the data source is closed. */
    public RecordingDataSource open() {
        return new RecordingDataSource(source());
    }

    private ConnectionSource source() {
        return isServer() ? lend() : new MemorySource(jdbcUrl.formatted(NUMBER.incrementAndGet()), hasOneConnection());
    }

    private ServerDatabase lend() {
        try {
            return Servers.of(this).server().lend();
        } catch (SQLException failed) {
            throw new IllegalStateException("No database on " + dialect, failed);
        }
    }
}
