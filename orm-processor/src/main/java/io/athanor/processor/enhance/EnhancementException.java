package io.athanor.processor.enhance;

/**
 * A class cannot be enhanced; the message says why and what to do.
 *
 * @since 0.1.0
 */
public class EnhancementException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Create an exception.
     *
     * @param message fact, values and remedy
     */
    public EnhancementException(String message) {
        super(message);
    }

    /**
     * Create an exception.
     *
     * @param message fact, values and remedy
     * @param cause what went wrong underneath
     */
    public EnhancementException(String message, Throwable cause) {
        super(message, cause);
    }
}
