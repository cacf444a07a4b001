package io.athanor.engine.error;

/**
 * A column that forbids NULL was given one.
 *
 * @since 0.1.0
 */
public final class NotNullViolationException extends IntegrityException {
    private static final long serialVersionUID = 1L;

    NotNullViolationException(ErrorDetails details) {
        super(details);
    }
}
