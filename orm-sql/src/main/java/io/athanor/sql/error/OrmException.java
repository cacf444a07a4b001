package io.athanor.sql.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of all exceptions of Athanor. Unchecked; a message states the fact, the values in brackets and the remedy.
 *
 * @since 0.1.0
 */
public class OrmException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Create an exception.
     *
     * @param message fact, values and remedy; never {@code null}
     */
    protected OrmException(String message) {
        super(message);
    }

    /**
     * Create an exception that was caused by another.
     *
     * @param message fact, values and remedy; never {@code null}
     * @param cause what was caught, or {@code null}
     */
    protected OrmException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
