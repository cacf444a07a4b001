package io.athanor.engine.pool;

import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a pool cannot tell anybody by throwing. Messages of drivers are left out: they may hold values. */
final class PoolLog {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionPool.class);

    private PoolLog() {}

    static void closeFailed(String pool, SQLException failure) {
        LOG.warn(
                "A connection of [{}] could not be closed: SQLState [{}], code [{}]",
                pool,
                failure.getSQLState(),
                failure.getErrorCode());
    }

    static void heldAtClose(PoolSettings settings, String holders) {
        LOG.warn(
                "Connections of [{}] are still held [{}] ms after the pool was closed; each is closed when it comes back{}",
                settings.name(),
                settings.closeTimeout().toMillis(),
                holders);
    }

    static void invalidated(String pool) {
        LOG.info("A connection of [{}] was lost; those opened before it are not lent any more", pool);
    }
}
