package io.athanor.orm.state;

/**
 * The rows of a unit of work refer to each other in a circle, so that none can be written first; SQLAlchemy's
 * {@code CircularDependencyError}.
 *
 * @since 0.1.0
 */
public class CircularDependencyException extends FlushException {
    private static final long serialVersionUID = 1L;

    /**
     * Create an exception.
     *
     * @param message fact, values and remedy; never {@code null}
     */
    public CircularDependencyException(String message) {
        super(message);
    }
}
