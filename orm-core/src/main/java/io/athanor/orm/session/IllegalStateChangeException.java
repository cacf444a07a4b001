package io.athanor.orm.session;

import io.athanor.engine.InvalidRequestException;

/**
 * A session was used by two threads at once; SQLAlchemy's {@code IllegalStateChangeError}.
 *
 * @since 0.1.0
 */
public class IllegalStateChangeException extends InvalidRequestException {
    private static final long serialVersionUID = 1L;

    /**
     * Create an exception.
     *
     * @param message fact, values and remedy; never {@code null}
     */
    public IllegalStateChangeException(String message) {
        super(message);
    }
}
