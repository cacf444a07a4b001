package io.athanor.engine;

import io.athanor.sql.error.OrmException;

/**
 * What was asked for does not fit the state of the connection, transaction or result; SQLAlchemy's
 * {@code InvalidRequestError}.
 *
 * @since 0.1.0
 */
public class InvalidRequestException extends OrmException {
    private static final long serialVersionUID = 1L;

    /**
     * Create an exception.
     *
     * @param message fact, values and remedy; never {@code null}
     */
    public InvalidRequestException(String message) {
        super(message);
    }
}
