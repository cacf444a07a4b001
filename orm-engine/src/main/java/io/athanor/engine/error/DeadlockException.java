package io.athanor.engine.error;

/**
 * The database ended a deadlock at this transaction's cost. It may be run again as a whole.
 *
 * @since 0.1.0
 */
public final class DeadlockException extends OperationalException {
    private static final long serialVersionUID = 1L;

    DeadlockException(ErrorDetails details) {
        super(details);
    }
}
