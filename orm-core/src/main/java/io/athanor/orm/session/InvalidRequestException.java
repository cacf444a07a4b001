package io.athanor.orm.session;

import io.athanor.sql.error.OrmException;

/**
 * A session was asked for what its state, or that of an instance, does not allow; SQLAlchemy's
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
