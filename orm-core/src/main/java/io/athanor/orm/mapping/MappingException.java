package io.athanor.orm.mapping;

import io.athanor.sql.error.OrmException;
import org.jspecify.annotations.Nullable;

/**
 * A mapping cannot be what it states. Thrown when it is built or when a registry takes it in, before any session exists.
 *
 * @since 0.1.0
 */
public class MappingException extends OrmException {
    private static final long serialVersionUID = 1L;

    /**
     * Create an exception.
     *
     * @param message fact, values and remedy; never {@code null}
     */
    public MappingException(String message) {
        super(message);
    }

    /**
     * Create an exception that was caused by another.
     *
     * @param message fact, values and remedy; never {@code null}
     * @param cause what was caught, or {@code null}
     */
    public MappingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
