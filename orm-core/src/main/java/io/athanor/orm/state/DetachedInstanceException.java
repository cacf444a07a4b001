package io.athanor.orm.state;

import io.athanor.sql.error.OrmException;

/**
 * An attribute that is not loaded was read from an instance that no session holds any more; SQLAlchemy's
 * {@code DetachedInstanceError}.
 *
 * @since 0.1.0
 */
public class DetachedInstanceException extends OrmException {
    private static final long serialVersionUID = 1L;

    /**
     * Create an exception.
     *
     * @param message fact, values and remedy; never {@code null}
     */
    public DetachedInstanceException(String message) {
        super(message);
    }
}
