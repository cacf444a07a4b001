package io.athanor.engine.error;

import io.athanor.sql.error.OrmException;

/**
 * A row was required and the result has none.
 *
 * @since 0.1.0
 */
public final class NoResultFoundException extends OrmException {
    private static final long serialVersionUID = 1L;

    /**
     * Create an exception.
     *
     * @param message fact, values and remedy; never {@code null}
     */
    public NoResultFoundException(String message) {
        super(message);
    }
}
