package io.athanor.engine.pool;

import io.athanor.sql.error.OrmException;

/**
 * The thread was interrupted while it waited for a connection. Its flag is set again, and it holds nothing of the pool.
 *
 * @since 0.1.0
 */
public final class PoolInterruptedException extends OrmException {
    private static final long serialVersionUID = 1L;

    PoolInterruptedException(PoolSettings settings, PoolState state, InterruptedException cause) {
        super(
                "Thread [%s] was interrupted while waiting for a connection of [%s] (%s); ask again if it is still wanted"
                        .formatted(Thread.currentThread().getName(), settings.name(), state),
                cause);
    }
}
