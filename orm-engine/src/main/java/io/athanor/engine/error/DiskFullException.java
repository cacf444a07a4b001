package io.athanor.engine.error;

/**
 * The database has no room left.
 *
 * @since 0.1.0
 */
public final class DiskFullException extends OperationalException {
    private static final long serialVersionUID = 1L;

    DiskFullException(ErrorDetails details) {
        super(details);
    }
}
