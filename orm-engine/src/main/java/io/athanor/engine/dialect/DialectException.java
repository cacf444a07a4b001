package io.athanor.engine.dialect;

import io.athanor.sql.error.OrmException;
import org.jspecify.annotations.Nullable;

/**
 * The engine cannot be set up: no such dialect, no driver, a driver option that is not allowed.
 *
 * @since 0.1.0
 */
public final class DialectException extends OrmException {
    private static final long serialVersionUID = 1L;

    /**
     * Create an exception.
     *
     * @param message fact, values and remedy; must hold no secret
     */
    public DialectException(String message) {
        super(message);
    }

    /**
     * Create an exception that was caused by another.
     *
     * @param message fact, values and remedy; must hold no secret
     * @param cause what was caught, or {@code null}
     */
    public DialectException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
