package io.athanor.sql.error;

/**
 * A clause, schema element or option was given something that it cannot mean. Thrown where the mistake is made, before
 * any SQL is compiled; SQLAlchemy's {@code ArgumentError}.
 *
 * @since 0.1.0
 */
public class ArgumentException extends OrmException {
    private static final long serialVersionUID = 1L;

    /**
     * Create an exception.
     *
     * @param message fact, values and remedy; never {@code null}
     */
    public ArgumentException(String message) {
        super(message);
    }
}
