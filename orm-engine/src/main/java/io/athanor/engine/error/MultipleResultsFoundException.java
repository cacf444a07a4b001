package io.athanor.engine.error;

import io.athanor.sql.error.OrmException;

/**
 * At most one row was required and the result has more.
 *
 * @since 0.1.0
 */
public final class MultipleResultsFoundException extends OrmException {
    private static final long serialVersionUID = 1L;

    /**
     * Create an exception.
     *
     * @param message fact, values and remedy; never {@code null}
     */
    public MultipleResultsFoundException(String message) {
        super(message);
    }
}
