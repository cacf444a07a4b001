package io.athanor.orm.session;

import io.athanor.engine.InvalidRequestException;

/**
 * A session was used after it was closed.
 *
 * @since 0.1.0
 */
public class SessionClosedException extends InvalidRequestException {
    private static final long serialVersionUID = 1L;

    /**
     * Create an exception.
     *
     * @param message fact, values and remedy; never {@code null}
     */
    public SessionClosedException(String message) {
        super(message);
    }
}
