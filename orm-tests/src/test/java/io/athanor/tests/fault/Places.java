package io.athanor.tests.fault;

import io.athanor.tests.database.Database;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Where tests of faults have their databases: such as take any number of connections. */
final class Places {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Places() {}

    /** The URL of a new database; on a server until it is taken back. */
    static String url(Database database, Path folder) {
        return switch (database) {
            case SQLITE ->
                "sqlite:///" + folder.resolve("a" + NUMBER.incrementAndGet() + ".db")
                        + "?journal_mode=wal&synchronous=off&busy_timeout=20000";
            case H2 -> "jdbc:h2:mem:fault" + NUMBER.incrementAndGet() + ";LOCK_TIMEOUT=10000";
            case POSTGRESQL, MARIADB -> database.url();
        };
    }

    /** A query that never ends by itself, or not before whoever waits for it has given up. */
    static String endlessQuery(Database database) {
        return switch (database) {
            case SQLITE ->
                "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c WHERE x < 0";
            case H2 -> "SELECT COUNT(*) FROM SYSTEM_RANGE(1, 1000000000000) WHERE MOD(X, 7) = 8";
            case POSTGRESQL -> "SELECT pg_sleep(100)";
            case MARIADB -> "SELECT count(*) FROM seq_1_to_1000000 a, seq_1_to_1000000 b WHERE a.seq + b.seq < 0";
        };
    }
}
