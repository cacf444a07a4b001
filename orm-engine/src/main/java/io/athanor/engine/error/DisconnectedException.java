package io.athanor.engine.error;

/**
 * The connection to the database is lost, or could not be made. The pool has dropped it.
 *
 * @since 0.1.0
 */
public final class DisconnectedException extends OperationalException {
    private static final long serialVersionUID = 1L;

    DisconnectedException(ErrorDetails details) {
        super(details);
    }
}
