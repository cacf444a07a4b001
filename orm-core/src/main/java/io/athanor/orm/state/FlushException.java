package io.athanor.orm.state;

import io.athanor.sql.error.OrmException;

/**
 * The unit of work cannot be written as it stands; SQLAlchemy's {@code FlushError}.
 *
 * @since 0.1.0
 */
public class FlushException extends OrmException {
    private static final long serialVersionUID = 1L;

    /**
     * Create an exception.
     *
     * @param message fact, values and remedy; never {@code null}
     */
    public FlushException(String message) {
        super(message);
    }
}
