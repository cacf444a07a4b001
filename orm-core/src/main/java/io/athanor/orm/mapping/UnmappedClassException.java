package io.athanor.orm.mapping;

/**
 * A class is used as an entity but is not mapped; SQLAlchemy's {@code UnmappedClassError}.
 *
 * @since 0.1.0
 */
public class UnmappedClassException extends MappingException {
    private static final long serialVersionUID = 1L;

    /**
     * Create an exception.
     *
     * @param message fact, values and remedy; never {@code null}
     */
    public UnmappedClassException(String message) {
        super(message);
    }
}
