package io.athanor.engine.error;

/**
 * A unique or primary key holds the value already.
 *
 * @since 0.1.0
 */
public final class UniqueViolationException extends IntegrityException {
    private static final long serialVersionUID = 1L;

    UniqueViolationException(ErrorDetails details) {
        super(details);
    }
}
