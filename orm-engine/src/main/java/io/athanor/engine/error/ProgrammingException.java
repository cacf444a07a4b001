package io.athanor.engine.error;

/**
 * The statement is wrong: syntax, an unknown table or column; SQLAlchemy's {@code ProgrammingError}.
 *
 * @since 0.1.0
 */
public final class ProgrammingException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    ProgrammingException(ErrorDetails details) {
        super(details);
    }
}
