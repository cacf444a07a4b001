package io.athanor.engine.error;

import io.athanor.sql.error.OrmException;

/**
 * The pool, or the engine that it belongs to, is closed.
 *
 * @since 0.1.0
 */
public final class PoolClosedException extends OrmException {
    private static final long serialVersionUID = 1L;

    /**
     * Create an exception.
     *
     * @param message fact, values and remedy; never {@code null}
     */
    public PoolClosedException(String message) {
        super(message);
    }
}
