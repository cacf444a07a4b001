package io.athanor.tests.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a server once in the life of the JVM: where the environment names one, else in a container, else among the binaries
 * on the class path. What it has come to is printed. With {@code CI=true} in the environment a server must be found.
 */
final class Servers {
    private static final Map<Database, Servers> FOUND = new EnumMap<>(Database.class);
    private static final boolean IS_BUILD_SERVER = Boolean.parseBoolean(System.getenv("CI"));

    private final Database database;
    private final List<String> reasons = new ArrayList<>();
    private @Nullable Server server;

    private Servers(Database database) {
        this.database = database;
    }

    /** A way to a server. */
    interface Source {
        /**
         * Find or start one.
         *
         * @return where it is
         * @throws UnavailableException if there is none to be had in this way
         */
        ServerAddress find() throws UnavailableException;
    }

    /** There is no server to be had in one way; another may lead to one. */
    static final class UnavailableException extends Exception {
        private static final long serialVersionUID = 1;

        UnavailableException(String reason) {
            super(reason);
        }

        UnavailableException(String reason, Throwable cause) {
            super(reason + ": " + cause, cause);
        }
    }

    /** The server of a database, or why there is none. */
    static synchronized Servers of(Database database) {
        Servers known = FOUND.get(database);
        if (known == null) {
            known = new Servers(database);
            FOUND.put(database, known);
            known.search();
        }
        known.insist();
        return known;
    }

    @Nullable String reasonOfAbsence() {
        return server == null ? String.join("; ", reasons) : null;
    }

    Server server() {
        if (server == null) {
            throw new IllegalStateException("There is no " + database + ": " + reasonOfAbsence());
        }
        return server;
    }

    private void insist() {
        if (server == null && IS_BUILD_SERVER) {
            throw new IllegalStateException("CI=true, but there is no " + database + ": " + reasonOfAbsence());
        }
    }

    private void search() {
        long start = System.nanoTime();
        String variable = "ATHANOR_TEST_" + database + "_URL";
        String named = System.getenv(variable);
        boolean isPostgresql = database == Database.POSTGRESQL;
        if (named != null) {
            // Whoever names a server does not want the tests to run on another.
            ServerAddress address = ServerAddress.of(named, isPostgresql ? 5432 : 3306);
            Server found = found(address, variable, start);
            Runtime.getRuntime().addShutdownHook(new Thread(found::leave));
        } else if (isPostgresql) {
            tryAll(start, Containers::postgresql, EmbeddedPostgresql::start);
        } else {
            tryAll(start, Containers::mariadb, EmbeddedMariadb::start);
        }
        if (server == null) {
            System.out.printf("%s is left out: %s%n", database, reasonOfAbsence());
        }
    }

    private void tryAll(long start, Source container, Source embedded) {
        tryOne("container", container, start);
        if (server == null) {
            tryOne("embedded", embedded, start);
        }
    }

    private void tryOne(String way, Source source, long start) {
        try {
            found(source.find(), way, start);
        } catch (UnavailableException none) {
            reasons.add(way + ": " + none.getMessage());
        }
    }

    private Server found(ServerAddress address, String way, long start) {
        Server found = database == Database.POSTGRESQL ? new PostgresqlServer(address) : new MariadbServer(address);
        try {
            System.out.printf(
                    "%s: %s, %s, there in %d ms%n",
                    database, found.version(), way, (System.nanoTime() - start) / 1_000_000);
        } catch (SQLException failed) {
            throw new IllegalStateException(
                    "%s of %s does not answer: %s".formatted(database, way, failed.getMessage()), failed);
        }
        server = found;
        return found;
    }
}
