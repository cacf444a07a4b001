package io.athanor.engine.error;

/**
 * The database, or the transaction, refuses to be written.
 *
 * @since 0.1.0
 */
public final class ReadOnlyException extends OperationalException {
    private static final long serialVersionUID = 1L;

    ReadOnlyException(ErrorDetails details) {
        super(details);
    }
}
