package io.athanor.engine.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A connection that is lent, with who has it and since when. Ends once; ending it again does nothing.
 *
 * @since 0.1.0
 */
public final class Loan {
    private final Connection connection;
    private final Return toPool;
    private final Thread holder = Thread.currentThread();
    private final long since = System.nanoTime();
    private final AtomicBoolean isEnded = new AtomicBoolean();

    Loan(Connection connection, Return toPool) {
        this.connection = connection;
        this.toPool = toPool;
    }

    /** Takes a connection back. */
    @FunctionalInterface
    interface Return {
        void accept(Loan loan, boolean isUsable) throws SQLException;
    }

    /**
     * Return the connection.
     *
     * @return the driver's connection, or the pool's view of it
     */
    public Connection connection() {
        return connection;
    }

    Thread holder() {
        return holder;
    }

    long heldNanos() {
        return System.nanoTime() - since;
    }

    /**
     * Give the connection back, at rest.
     *
     * @throws SQLException what the driver throws
     */
    public void giveBack() throws SQLException {
        end(true);
    }

    /**
     * Give the connection back to be closed, since it is broken.
     *
     * @throws SQLException what the driver throws when it is closed
     */
    public void discard() throws SQLException {
        end(false);
    }

    private void end(boolean isUsable) throws SQLException {
        if (isEnded.compareAndSet(false, true)) {
            toPool.accept(this, isUsable);
        }
    }
}
