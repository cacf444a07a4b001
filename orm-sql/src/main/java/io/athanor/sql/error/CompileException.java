package io.athanor.sql.error;

/**
 * A well-formed expression cannot be rendered for a dialect; SQLAlchemy's {@code CompileError}.
 *
 * @since 0.1.0
 */
public class CompileException extends OrmException {
    private static final long serialVersionUID = 1L;

    /**
     * Create an exception.
     *
     * @param message fact, values and remedy; never {@code null}
     */
    public CompileException(String message) {
        super(message);
    }
}
