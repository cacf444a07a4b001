package io.athanor.engine.error;

/**
 * A row refers to one that does not exist, or is referred to by one that does.
 *
 * @since 0.1.0
 */
public final class ForeignKeyViolationException extends IntegrityException {
    private static final long serialVersionUID = 1L;

    ForeignKeyViolationException(ErrorDetails details) {
        super(details);
    }
}
