package io.athanor.engine.error;

/**
 * The statement was cancelled, or ran longer than allowed.
 *
 * @since 0.1.0
 */
public final class StatementTimeoutException extends OperationalException {
    private static final long serialVersionUID = 1L;

    StatementTimeoutException(ErrorDetails details) {
        super(details);
    }
}
