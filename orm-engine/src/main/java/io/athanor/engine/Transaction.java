package io.athanor.engine;

/**
 * A transaction, or a savepoint within one. Closing it without a commit rolls it back, so that a
 * {@code try (Transaction t = …)} that ends early undoes its work. Not thread-safe.
 *
 * @since 0.1.0
 */
public interface Transaction extends AutoCloseable {
    /**
     * Commit, or release the savepoint. Savepoints set since then end with it.
     *
     * @throws InvalidRequestException if it has ended before
     * @throws io.athanor.engine.error.DatabaseException if the database refuses; the transaction is then to be rolled back
     */
    void commit();

    /**
     * Undo what was done since it began. Does nothing if it has ended before.
     *
     * @throws io.athanor.engine.error.DatabaseException if the database fails; the connection is then dropped
     */
    void rollback();

    /**
     * Return whether it has neither been committed nor rolled back.
     *
     * @return whether it goes on
     */
    boolean isActive();

    /** Roll back if it is active. */
    @Override
    void close();
}
