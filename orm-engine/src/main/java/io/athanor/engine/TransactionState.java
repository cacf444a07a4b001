package io.athanor.engine;

import io.athanor.engine.dialect.TransactionControl;
import io.athanor.engine.dialect.TransactionEffect;
import io.athanor.engine.error.ErrorKind;
import io.athanor.engine.event.TransactionEvent;
import io.athanor.engine.event.TransactionEvent.Step;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The transaction of one connection: begun by the first statement, and its savepoints. Not thread-safe. */
final class TransactionState {
    private final ConnectionCore core;
    private final Deque<Savepoint> savepoints = new ArrayDeque<>();
    private long number;
    private boolean isActive;
    private int savepointNumber;
    private @Nullable Damage damage;

    /** What an error left of the transaction, and how many savepoints were set then. */
    private record Damage(TransactionEffect effect, int depth, Throwable cause) {}

    TransactionState(ConnectionCore core) {
        this.core = core;
    }

    boolean isActive() {
        return isActive;
    }

    boolean isCurrent(long transaction) {
        return isActive && number == transaction;
    }

    boolean holds(Savepoint savepoint) {
        return isActive && savepoints.contains(savepoint);
    }

    Transaction begin() {
        if (isActive) {
            throw new InvalidRequestException(
                    "A transaction has begun already on this connection; use beginNested() for a savepoint, or commit() or rollback() it first");
        }
        start();
        return new RootTransaction(this, number);
    }

    /** Begin if nothing has begun, and refuse to go on in a transaction that the database has given up. */
    void require() {
        if (!isActive) {
            start();
        } else if (damage != null) {
            throw aborted("This statement is refused");
        }
    }

    private void start() {
        java.sql.Connection connection = core.jdbc();
        step("BEGIN (implicit)", new TransactionEvent(Step.BEGIN, null));
        try {
            control().begin(connection);
        } catch (Throwable failure) {
            throw core.failed(failure, null);
        }
        isActive = true;
        damage = null;
        number++;
    }

    Savepoint beginNested() {
        require();
        Savepoint savepoint = new Savepoint(this, "sa_savepoint_" + ++savepointNumber);
        step("SAVEPOINT " + savepoint.name(), new TransactionEvent(Step.BEGIN, savepoint.name()));
        run(() -> control().savepoint(core.jdbc(), savepoint.name()));
        savepoints.push(savepoint);
        return savepoint;
    }

    void release(Savepoint savepoint) {
        if (damage != null) {
            throw aborted("Savepoint [%s] cannot be released".formatted(savepoint.name()));
        }
        step("RELEASE SAVEPOINT " + savepoint.name(), new TransactionEvent(Step.COMMIT, savepoint.name()));
        run(() -> control().release(core.jdbc(), savepoint.name()));
        popUntil(savepoint);
    }

    void rollbackTo(Savepoint savepoint) {
        core.closeCursors("rollback to savepoint");
        Damage before = damage;
        if (before != null && before.effect() == TransactionEffect.ENDED) {
            // The savepoint went with the transaction: what it protected is undone, and so is all else.
            popUntil(savepoint);
            return;
        }
        step("ROLLBACK TO SAVEPOINT " + savepoint.name(), new TransactionEvent(Step.ROLLBACK, savepoint.name()));
        run(() -> control().rollbackTo(core.jdbc(), savepoint.name()));
        int depth = popUntil(savepoint);
        if (before != null && before.depth() > depth) {
            damage = null;
        }
    }

    /** Forget a savepoint and those set after it; return how many are left. */
    private int popUntil(Savepoint savepoint) {
        while (!savepoints.isEmpty() && savepoints.pop() != savepoint) {
            continue;
        }
        return savepoints.size();
    }

    void commit() {
        if (!isActive) {
            return;
        }
        if (damage != null) {
            RuntimeException aborted = aborted("The transaction cannot be committed and was rolled back");
            try {
                rollback();
            } catch (RuntimeException second) {
                aborted.addSuppressed(second);
            }
            throw aborted;
        }
        core.closeCursors("commit");
        step("COMMIT", new TransactionEvent(Step.COMMIT, null));
        try {
            control().commit(core.jdbc());
        } catch (Throwable failure) {
            throw core.failedToCommit(failure);
        }
        end();
        rest();
    }

    void rollback() {
        if (!isActive) {
            return;
        }
        List<RuntimeException> failures = new ArrayList<>();
        try {
            core.closeCursors("rollback");
        } catch (RuntimeException failure) {
            failures.add(failure);
        }
        boolean isLost = core.isLost();
        end();
        try {
            if (!isLost) {
                step("ROLLBACK", new TransactionEvent(Step.ROLLBACK, null));
                control().rollback(core.jdbc());
                control().rest(core.jdbc());
            }
        } catch (Throwable failure) {
            // Dropping the connection undoes the work as well, whatever the database thinks of ROLLBACK.
            core.drop();
            RuntimeException translated = core.translate(failure, null);
            if (core.kindOf(translated) != ErrorKind.DISCONNECTED) {
                failures.forEach(translated::addSuppressed);
                throw translated;
            }
        }
    }

    /** Take note that the connection is gone, and its transaction with it. */
    void lost(Throwable cause) {
        if (isActive) {
            damage = new Damage(TransactionEffect.ENDED, savepoints.size(), cause);
        }
    }

    /** Take note of what a failed statement did to the transaction. */
    void failed(SQLException error, Throwable translated) {
        if (isActive && damage == null) {
            TransactionEffect effect = control().effectOf(core.jdbc(), error);
            if (effect != TransactionEffect.STATEMENT_UNDONE) {
                damage = new Damage(effect, savepoints.size(), translated);
            }
        }
    }

    void end() {
        isActive = false;
        damage = null;
        savepoints.clear();
    }

    private void rest() {
        try {
            control().rest(core.jdbc());
        } catch (Throwable failure) {
            // The work is committed: the caller is not told of a failure that is none of his.
            core.drop();
        }
    }

    private RuntimeException aborted(String fact) {
        Damage known = damage;
        return ErrorKind.TRANSACTION_ABORTED.exception(
                fact
                        + ": an earlier statement of the transaction failed and the database has given it up; call rollback() first",
                null,
                null,
                null,
                known == null ? null : known.cause());
    }

    private void step(String word, TransactionEvent event) {
        core.context.events.transaction(event);
        core.context.echo.word(word);
    }

    private TransactionControl control() {
        return core.context.dialect().transactions();
    }

    private void run(ConnectionCore.Action action) {
        try {
            action.run();
        } catch (Throwable failure) {
            throw core.failed(failure, null);
        }
    }
}
