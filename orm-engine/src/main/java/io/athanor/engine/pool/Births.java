package io.athanor.engine.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * When the driver's connections were opened, and before or after which loss. One generation lives until the first of its
 * connections is lost.
 */
final class Births {
    private final Map<Connection, Birth> births = Collections.synchronizedMap(new WeakHashMap<>());
    private final AtomicInteger generation = new AtomicInteger();

    private record Birth(long nanos, int generation) {}

    /** Open a connection that is dated to the beginning of its opening. */
    Connection open(Connector connector) throws SQLException {
        Birth birth = new Birth(System.nanoTime(), generation.get());
        Connection connection = connector.open();
        births.put(connection, birth);
        return connection;
    }

    long ageNanos(Connection pooled) throws SQLException {
        Birth birth = birthOf(pooled);
        return birth == null ? 0 : System.nanoTime() - birth.nanos();
    }

    /** Take note that a connection is lost; whether it is the first of its generation. */
    boolean isFirstLossBy(Connection pooled) throws SQLException {
        Birth birth = birthOf(pooled);
        return birth != null && generation.compareAndSet(birth.generation(), birth.generation() + 1);
    }

    private @Nullable Birth birthOf(Connection pooled) throws SQLException {
        return births.get(pooled.unwrap(Connection.class));
    }
}
