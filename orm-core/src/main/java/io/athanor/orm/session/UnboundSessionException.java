package io.athanor.orm.session;

import io.athanor.engine.InvalidRequestException;

/**
 * A session needs a database, but its factory has no engine; SQLAlchemy's {@code UnboundExecutionError}.
 *
 * @since 0.1.0
 */
public class UnboundSessionException extends InvalidRequestException {
    private static final long serialVersionUID = 1L;

    /**
     * Create an exception.
     *
     * @param message fact, values and remedy; never {@code null}
     */
    public UnboundSessionException(String message) {
        super(message);
    }
}
