package io.athanor.engine.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A connection that is lent, with who has it, since when, and where it was borrowed. Ends once; ending it again does
 * nothing.
 *
 * @since 0.1.0
 */
public final class Loan {
    private final Connection connection;
    private final Return toPool;
    private final Thread holder = Thread.currentThread();
    private final Throwable origin = new Origin(holder.getName());
    private final long since = System.nanoTime();
    private final AtomicBoolean isEnded = new AtomicBoolean();

    Loan(Connection connection, Return toPool) {
        this.connection = connection;
        this.toPool = toPool;
    }

    /** How a loan ends. */
    enum End {
        /** The connection can be lent again. */
        AT_REST,
        /** The connection is broken. */
        BROKEN,
        /** The database or network ended the connection, and perhaps all others of its time. */
        LOST
    }

    /** Takes a connection back. */
    @FunctionalInterface
    interface Return {
        void accept(Loan loan, End end) throws SQLException;
    }

    /** Where a connection was borrowed; its stack is made readable only if somebody reads it. */
    private static final class Origin extends Throwable {
        private static final long serialVersionUID = 1L;

        Origin(String thread) {
            super("borrowed by thread [" + thread + "]");
        }
    }

    /**
     * Return the connection.
     *
     * @return the driver's connection, or the pool's view of it
     */
    public Connection connection() {
        return connection;
    }

    /**
     * Return where the connection was borrowed.
     *
     * @return a throwable whose stack says it; holds no SQL and no values
     */
    public Throwable origin() {
        return origin;
    }

    /**
     * Return who borrowed the connection.
     *
     * @return the name of the thread
     */
    public String holderName() {
        return holder.getName();
    }

    /**
     * Return how long the connection has been lent.
     *
     * @return nanoseconds
     */
    public long heldNanos() {
        return System.nanoTime() - since;
    }

    Thread holder() {
        return holder;
    }

    /**
     * Give the connection back, at rest.
     *
     * @throws SQLException what the driver throws
     */
    public void giveBack() throws SQLException {
        end(End.AT_REST);
    }

    /**
     * Give the connection back to be closed, since it is broken.
     *
     * @throws SQLException what the driver throws when it is closed
     */
    public void discard() throws SQLException {
        end(End.BROKEN);
    }

    /**
     * Give the connection back to be closed, since the database or the network has ended it. All that were opened before it
     * are not lent any more either; that happens once, however many of them are given back so.
     *
     * @throws SQLException what the driver throws when it is closed
     */
    public void invalidate() throws SQLException {
        end(End.LOST);
    }

    private void end(End end) throws SQLException {
        if (isEnded.compareAndSet(false, true)) {
            toPool.accept(this, end);
        }
    }
}
