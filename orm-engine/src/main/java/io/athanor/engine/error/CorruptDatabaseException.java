package io.athanor.engine.error;

/**
 * The database file is damaged, or is none.
 *
 * @since 0.1.0
 */
public final class CorruptDatabaseException extends OperationalException {
    private static final long serialVersionUID = 1L;

    CorruptDatabaseException(ErrorDetails details) {
        super(details);
    }
}
