package io.athanor.engine;

/**
 * A transaction that is committed in two phases: once prepared, the database commits it whenever it is told to, by whomever,
 * even after a crash of either side. Closing it without a commit rolls it back, prepared or not. Not thread-safe.
 *
 * @since 0.1.0
 */
public interface TwoPhaseTransaction extends Transaction {
    /**
     * Return the transaction's name.
     *
     * @return the name, by which it is recovered
     */
    String id();

    /**
     * Prepare: the first phase. The connection executes nothing more until the transaction is committed or rolled back.
     *
     * @throws InvalidRequestException if it has ended or was prepared before
     * @throws io.athanor.engine.error.DatabaseException if the database refuses; the transaction is then to be rolled back
     */
    void prepare();

    /**
     * Commit; the second phase if it was prepared, else both at once.
     *
     * @throws InvalidRequestException if it has ended before
     */
    @Override
    void commit();
}
