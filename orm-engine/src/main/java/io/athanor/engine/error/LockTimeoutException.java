package io.athanor.engine.error;

/**
 * A lock was not to be had in time. The transaction may be run again as a whole.
 *
 * @since 0.1.0
 */
public final class LockTimeoutException extends OperationalException {
    private static final long serialVersionUID = 1L;

    LockTimeoutException(ErrorDetails details) {
        super(details);
    }
}
