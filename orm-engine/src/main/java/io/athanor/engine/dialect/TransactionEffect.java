package io.athanor.engine.dialect;

/**
 * What an error did to the transaction that it happened in.
 *
 * @since 0.1.0
 */
public enum TransactionEffect {
    /** The statement is undone, the transaction goes on. */
    STATEMENT_UNDONE,
    /** The database accepts nothing but a rollback, of the whole or to a savepoint; a commit would lose the work. */
    ABORTED,
    /** The database has rolled the whole transaction back already; what follows would be committed by itself. */
    ENDED
}
