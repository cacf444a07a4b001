package io.athanor.engine.error;

/**
 * An earlier statement of the transaction failed in a way that ended it; nothing but a rollback is accepted.
 *
 * @since 0.1.0
 */
public final class TransactionAbortedException extends OperationalException {
    private static final long serialVersionUID = 1L;

    TransactionAbortedException(ErrorDetails details) {
        super(details);
    }
}
