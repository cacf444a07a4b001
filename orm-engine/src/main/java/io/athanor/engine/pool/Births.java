package io.athanor.engine.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * When the driver's connections were opened, and before or after which loss. One generation lives until the first of its
 * connections is lost.
 */
final class Births {
    private final Map<Connection, Birth> births = Collections.synchronizedMap(new WeakHashMap<>());
    private final AtomicInteger generation = new AtomicInteger();

    record Birth(long nanos, int generation) {
        long ageNanos() {
            return System.nanoTime() - nanos;
        }
    }

    /** Open a connection that is dated to the beginning of its opening. */
    Connection open(Connector connector) throws SQLException {
        Birth birth = new Birth(System.nanoTime(), generation.get());
        Connection connection = connector.open();
        births.put(connection, birth);
        return connection;
    }

    /** When the connection was opened that is in the pool's wrapping. */
    Birth of(Connection pooled) throws SQLException {
        Birth birth = births.get(pooled.unwrap(Connection.class));
        // Every connection of the pool was opened here.
        return Objects.requireNonNull(birth);
    }

    /** Take note that a connection is lost; whether it is the first of its generation. */
    boolean isFirstLoss(Birth lost) {
        return generation.compareAndSet(lost.generation(), lost.generation() + 1);
    }
}
