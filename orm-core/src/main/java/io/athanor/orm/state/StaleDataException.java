package io.athanor.orm.state;

import io.athanor.sql.error.OrmException;

/**
 * An UPDATE or DELETE of the unit of work met another number of rows than it has objects; SQLAlchemy's
 * {@code StaleDataError}.
 *
 * @since 0.1.0
 */
public class StaleDataException extends OrmException {
    private static final long serialVersionUID = 1L;

    /**
     * Create an exception.
     *
     * @param message fact, values and remedy; never {@code null}
     */
    public StaleDataException(String message) {
        super(message);
    }
}
