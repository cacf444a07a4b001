package io.athanor.engine.error;

/**
 * The database could not do it, through no fault of the statement: locks, connections, space; SQLAlchemy's {@code OperationalError}.
 *
 * @since 0.1.0
 */
public class OperationalException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    OperationalException(ErrorDetails details) {
        super(details);
    }
}
