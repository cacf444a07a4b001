package io.athanor.engine.error;

/**
 * A CHECK constraint refuses the value.
 *
 * @since 0.1.0
 */
public final class CheckViolationException extends IntegrityException {
    private static final long serialVersionUID = 1L;

    CheckViolationException(ErrorDetails details) {
        super(details);
    }
}
