package io.athanor.engine.error;

/**
 * The transaction does not fit a concurrent one. It may be run again as a whole.
 *
 * @since 0.1.0
 */
public final class SerializationFailureException extends OperationalException {
    private static final long serialVersionUID = 1L;

    SerializationFailureException(ErrorDetails details) {
        super(details);
    }
}
