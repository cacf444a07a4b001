package io.athanor.orm.session;

import io.athanor.engine.InvalidRequestException;
import io.athanor.engine.Transaction;
import io.athanor.orm.flush.Changes;
import io.athanor.orm.flush.Flush;
import io.athanor.orm.state.PlannedStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The unit of work of a session: when it is written, and how its transaction and savepoints end. */
final class SessionWork {
    private final UnitSession session;
    private final InstanceCalls calls;
    private final Instances instances;
    private final Transactions transactions;
    private final EngineResolver engines;
    private final boolean isExpiring;
    private boolean isFlushing;
    private @Nullable Throwable failure;
    /** The savepoint that a failed flush was rolled back to; null if that was the whole transaction. */
    private Transactions.@Nullable Frame failed;
    /** Whether a transaction has begun, for the application; the database hears of it with the first statement. */
    private boolean isBegun;
    /** How many transactions have ended. */
    private int ended;

    private @Nullable Block block;

    SessionWork(
            UnitSession session,
            InstanceCalls calls,
            Transactions transactions,
            EngineResolver engines,
            boolean isExpiring) {
        this.session = session;
        this.calls = calls;
        this.instances = calls.instances();
        this.transactions = transactions;
        this.engines = engines;
        this.isExpiring = isExpiring;
    }

    boolean isFlushing() {
        return isFlushing;
    }

    @Nullable Throwable failure() {
        return failure;
    }

    void flush() {
        if (isFlushing) {
            throw new InvalidRequestException("The session is flushing already; do not flush while it does");
        }
        Changes changes = instances.changes();
        if (!changes.isEmpty() && session.listeners().isFlushHeard()) {
            tellFlush();
            changes = instances.changes();
        }
        if (!changes.isEmpty()) {
            write(changes);
        }
    }

    /** A listener that queries must not be answered by the flush that it is told of. */
    private void tellFlush() {
        isFlushing = true;
        try {
            session.listeners().flushing(session);
        } finally {
            isFlushing = false;
        }
    }

    private void write(Changes changes) {
        isFlushing = true;
        try {
            instances.flushed(prepared().run(changes), transactions);
        } catch (RuntimeException | Error thrown) {
            fail(thrown);
            throw thrown;
        } finally {
            isFlushing = false;
        }
    }

    private Flush prepared() {
        Binding binding = engines.resolve(null, null);
        return new Flush(
                binding.writePlans(),
                () -> transactions.connection(binding),
                new SessionScope(calls, transactions, binding, session.listeners()));
    }

    List<PlannedStep> plan() {
        // What a plan loads must not be preceded by the flush that it is about.
        isFlushing = true;
        try {
            return prepared().plan(instances.changes());
        } finally {
            isFlushing = false;
        }
    }

    /**
     * What a failed flush has written ends at once: the savepoint, or else the transaction. The session waits for the
     * application to acknowledge it.
     */
    private void fail(Throwable thrown) {
        failure = thrown;
        if (transactions.isNested()) {
            failed = transactions.current();
            try {
                transactions.rollbackInnermost();
            } catch (RuntimeException second) {
                thrown.addSuppressed(second);
            } finally {
                instances.rolledBackNested(transactions);
            }
        } else {
            undo(thrown);
        }
    }

    private void undo(Throwable thrown) {
        try {
            transactions.rollback();
        } catch (RuntimeException second) {
            thrown.addSuppressed(second);
        } finally {
            instances.rolledBack(transactions);
        }
    }

    void commit() {
        flush();
        try {
            transactions.commit();
        } catch (RuntimeException thrown) {
            undo(thrown);
            throw thrown;
        } finally {
            end();
        }
        instances.committed(transactions, isExpiring);
        session.listeners().committed(session);
    }

    void rollback() {
        boolean isUndone = failure != null && failed == null;
        forgetFailure();
        end();
        try {
            if (!isUndone) {
                transactions.rollback();
            }
        } finally {
            // What was changed after a failed flush has undone the rest is undone too.
            instances.rolledBack(transactions);
        }
    }

    /** End the transaction without bringing instances back to what they were, since all are let go. */
    void abandon() {
        forgetFailure();
        end();
        transactions.rollback();
    }

    private void forgetFailure() {
        failure = null;
        failed = null;
    }

    // -- where a transaction begins ----------------------------------------------------------------------------------

    /** Note that something was done that belongs to a transaction. */
    void begun() {
        isBegun = true;
    }

    boolean isBegun() {
        return isBegun || transactions.isOpen();
    }

    private void end() {
        isBegun = false;
        ended++;
    }

    /** Whether a block goes on whose transaction does not. */
    boolean isBlockOver() {
        return block != null && !block.isActive();
    }

    Transaction begin() {
        requireNotBegun();
        isBegun = true;
        return new Begun();
    }

    Block beginBlock() {
        requireNotBegun();
        isBegun = true;
        block = new Block(new Begun());
        return block;
    }

    private void requireNotBegun() {
        if (isBegun()) {
            throw new InvalidRequestException(
                    "A transaction has begun on this session already; commit or roll back first, or set a savepoint with beginNested()");
        }
    }

    /** The transaction of a session as the application sees it. */
    private final class Begun implements Transaction {
        private final int number = ended;

        @Override
        public void commit() {
            if (!isActive()) {
                throw new InvalidRequestException("The transaction has ended already; begin another one");
            }
            session.commit();
        }

        @Override
        public void rollback() {
            if (isActive()) {
                session.rollback();
            }
        }

        @Override
        public boolean isActive() {
            return number == ended;
        }

        @Override
        public void close() {
            rollback();
        }
    }

    /** A piece of work in a transaction of its own: once that has ended, the session waits for the end of the piece. */
    final class Block implements AutoCloseable {
        private final Transaction transaction;

        Block(Transaction transaction) {
            this.transaction = transaction;
        }

        boolean isActive() {
            return transaction.isActive();
        }

        /** Commit, unless that was done, or undone, by the work itself. */
        void commit() {
            if (isActive()) {
                transaction.commit();
            }
        }

        @Override
        public void close() {
            block = null;
            transaction.close();
        }
    }

    Transaction beginNested() {
        isBegun = true;
        flush();
        return new Nested(transactions.begin());
    }

    /** A savepoint as the application sees it. */
    private final class Nested implements Transaction {
        private final Transactions.Frame frame;
        private boolean isActive = true;

        Nested(Transactions.Frame frame) {
            this.frame = frame;
        }

        private void requireInnermost() {
            if (!isActive() || !transactions.isInnermost(frame)) {
                throw new InvalidRequestException(
                        isActive()
                                ? "The savepoint has others within it; end those first"
                                : "The savepoint has ended already; begin another one");
            }
        }

        @Override
        public void commit() {
            try (var call = session.enterUsable()) {
                requireInnermost();
                flush();
                transactions.release();
                isActive = false;
            }
        }

        @Override
        public void rollback() {
            try (var call = session.enter()) {
                requireInnermost();
                isActive = false;
                boolean isUndone = failed == frame;
                if (isUndone) {
                    failed = null;
                    failure = null;
                }
                try {
                    if (!isUndone) {
                        transactions.rollbackInnermost();
                    }
                } finally {
                    instances.rolledBackNested(transactions);
                    transactions.drop();
                }
            }
        }

        @Override
        public boolean isActive() {
            return isActive && transactions.contains(frame);
        }

        /** Those within it are rolled back with it. */
        @Override
        public void close() {
            try (var call = session.enter()) {
                while (isActive() && !transactions.isInnermost(frame)) {
                    transactions.rollbackInnermost();
                    instances.rolledBackNested(transactions);
                    transactions.drop();
                }
                if (isActive()) {
                    rollback();
                }
            }
        }
    }
}
