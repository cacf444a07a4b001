package io.athanor.orm.state;

import io.athanor.sql.error.OrmException;

/**
 * The row of an instance is gone; SQLAlchemy's {@code ObjectDeletedError}.
 *
 * @since 0.1.0
 */
public class ObjectDeletedException extends OrmException {
    private static final long serialVersionUID = 1L;

    /**
     * Create an exception.
     *
     * @param message fact, values and remedy; never {@code null}
     */
    public ObjectDeletedException(String message) {
        super(message);
    }
}
