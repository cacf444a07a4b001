package io.athanor.tests.database;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a server once in the life of the JVM: where the environment names one, else in a container, else among the binaries
 * on the class path. What it has come to is printed. With {@code CI=true} in the environment a server must be found.
 */
final class Servers {
    private static final Map<Database, Servers> FOUND = new EnumMap<>(Database.class);

    private final ServerSearch search;
    private final ServerSearch.Outcome outcome;
    private final @Nullable Server server;

    private Servers(Database database) {
        long start = System.nanoTime();
        boolean isPostgresql = database == Database.POSTGRESQL;
        this.search = new ServerSearch(database, System.getenv())
                .or("container", isPostgresql ? Containers::postgresql : Containers::mariadb)
                .or("embedded", isPostgresql ? EmbeddedPostgresql::start : EmbeddedMariadb::start);
        this.outcome = search.search();
        ServerAddress address = outcome.address();
        this.server =
                address == null ? null : isPostgresql ? new PostgresqlServer(address) : new MariadbServer(address);
        tell(database, start);
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
        }
        known.search.insist(known.outcome);
        return known;
    }

    @Nullable String reasonOfAbsence() {
        return server == null ? outcome.reasonOfAbsence() : null;
    }

    Server server() {
        Server found = server;
        if (found == null) {
            throw new IllegalStateException("There is no server: " + outcome.reasonOfAbsence());
        }
        return found;
    }

    private void tell(Database database, long start) {
        Server found = server;
        if (found == null) {
            System.out.printf("%s is left out: %s%n", database, outcome.reasonOfAbsence());
            return;
        }
        if (outcome.way().equals(search.variable())) {
            // It goes on without these tests.
            Runtime.getRuntime().addShutdownHook(new Thread(found::leave));
        }
        try {
            System.out.printf(
                    "%s: %s, %s, there in %d ms%n",
                    database, found.version(), outcome.way(), (System.nanoTime() - start) / 1_000_000);
        } catch (SQLException failed) {
            throw new IllegalStateException(
                    "%s of %s does not answer: %s".formatted(database, outcome.way(), failed.getMessage()), failed);
        }
    }
}
