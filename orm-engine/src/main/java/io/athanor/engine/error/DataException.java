package io.athanor.engine.error;

/**
 * A value does not fit: too long, out of range, of a form that the column cannot hold; SQLAlchemy's {@code DataError}.
 *
 * @since 0.1.0
 */
public final class DataException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    DataException(ErrorDetails details) {
        super(details);
    }
}
