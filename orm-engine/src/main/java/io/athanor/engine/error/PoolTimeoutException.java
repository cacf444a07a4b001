package io.athanor.engine.error;

import io.athanor.sql.error.OrmException;

/**
 * No connection was to be had from the pool in time. The message names the pool's state and who holds its connections.
 *
 * @since 0.1.0
 */
public final class PoolTimeoutException extends OrmException {
    private static final long serialVersionUID = 1L;

    /**
     * Create an exception.
     *
     * @param message fact, values and remedy; never {@code null}
     */
    public PoolTimeoutException(String message) {
        super(message);
    }
}
