package io.athanor.engine;

import io.athanor.engine.dialect.Dialect;
import io.athanor.engine.error.DatabaseException;
import io.athanor.engine.error.ErrorKind;
import io.athanor.engine.event.StatementEvent;
import io.athanor.engine.pool.Loan;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The loan of a connection, what runs on it, and what becomes of it after an error. Not thread-safe. */
final class ConnectionCore {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    final EngineContext context;
    final TransactionState transaction = new TransactionState(this);
    private final Set<RowCursor> cursors = new LinkedHashSet<>();
    private @Nullable Loan loan;
    private boolean isLost;
    private boolean isClosed;

    /** Something done with the driver. */
    @FunctionalInterface
    interface Action {
        void run() throws SQLException;
    }

    /** Something done with the driver that yields a value. */
    @FunctionalInterface
    interface Query<T extends @Nullable Object> {
        T run() throws SQLException;
    }

    ConnectionCore(EngineContext context) {
        this.context = context;
        this.loan = borrow();
    }

    private Loan borrow() {
        Dialect dialect = context.dialect();
        try {
            return context.pool.borrow();
        } catch (SQLException failure) {
            throw context.failures.translate(dialect.errors(), failure, null);
        }
    }

    /** The driver's connection; a new one in place of one that was lost, once its transaction is rolled back. */
    java.sql.Connection jdbc() {
        refuseIfClosed();
        Loan current = loan;
        if (current == null) {
            current = borrow();
            loan = current;
            isLost = false;
        }
        return current.connection();
    }

    private void refuseIfClosed() {
        if (isClosed) {
            throw new InvalidRequestException("The connection is closed; call engine.connect() for another one");
        }
    }

    boolean isClosed() {
        return isClosed;
    }

    /** Whether the connection went while its transaction was open. */
    boolean isLost() {
        return isLost;
    }

    /** Run a statement: begin if needed, log, tell listeners, translate what fails. */
    <T extends @Nullable Object> T run(Execution execution, Query<T> query) {
        refuseIfClosed();
        transaction.require();
        StatementEvent event = execution.event();
        boolean isHeard = context.events.isHeard();
        if (isHeard) {
            context.events.beforeExecute(event);
        }
        context.echo.statement(event);
        long start = isHeard ? System.nanoTime() : 0;
        T result;
        try {
            result = query.run();
        } catch (Throwable failure) {
            RuntimeException translated = failed(failure, execution);
            if (isHeard) {
                context.events.afterExecute(event, System.nanoTime() - start, translated);
            }
            throw translated;
        }
        if (isHeard) {
            context.events.afterExecute(event, System.nanoTime() - start, null);
        }
        return result;
    }

    RuntimeException translate(Throwable failure, @Nullable Execution execution) {
        return context.failures.translate(
                context.dialect().errors(), failure, execution == null ? null : execution.event());
    }

    @Nullable ErrorKind kindOf(RuntimeException translated) {
        return translated instanceof DatabaseException known ? known.kind() : null;
    }

    /** Translate what failed, and take note of what it did to connection and transaction. */
    RuntimeException failed(Throwable failure, @Nullable Execution execution) {
        RuntimeException translated = translate(failure, execution);
        ErrorKind kind = kindOf(translated);
        if (kind == ErrorKind.DISCONNECTED) {
            drop();
            transaction.lost(translated);
        } else if (failure instanceof SQLException error && loan != null) {
            if (kind == ErrorKind.STATEMENT_TIMEOUT) {
                // A cancelled driver may refuse everything until its open results are closed.
                closeCursorsQuietly();
            }
            transaction.failed(error, translated);
        }
        return translated;
    }

    /** As {@link #failed}, but a connection that is lost within COMMIT leaves open whether the work is done. */
    RuntimeException failedToCommit(Throwable failure) {
        RuntimeException translated = failed(failure, null);
        if (kindOf(translated) != ErrorKind.DISCONNECTED) {
            return translated;
        }
        transaction.end();
        return ErrorKind.COMMIT_OUTCOME_UNKNOWN.exception(
                "The connection was lost during COMMIT: the work may or may not be in the database; ask the database before repeating it",
                null,
                null,
                null,
                translated);
    }

    RowCursor opened(RowCursor cursor) {
        cursors.add(cursor);
        return cursor;
    }

    void forget(RowCursor cursor) {
        cursors.remove(cursor);
    }

    void closeCursors(String reason) {
        for (RowCursor cursor : new ArrayList<>(cursors)) {
            cursor.close(reason);
        }
    }

    private void closeCursorsQuietly() {
        try {
            closeCursors("failed statement");
        } catch (RuntimeException failure) {
            LOG.debug("A result could not be closed after a failed statement", failure);
        }
    }

    /** Give the connection up as broken. */
    void drop() {
        Loan current = loan;
        loan = null;
        isLost = true;
        cursors.clear();
        if (current != null) {
            try {
                current.discard();
            } catch (SQLException failure) {
                LOG.debug("A broken connection could not be closed", context.failures.redacted(failure));
            }
        }
    }

    void close() {
        if (isClosed) {
            return;
        }
        try {
            transaction.rollback();
            closeCursors("close");
        } finally {
            isClosed = true;
            giveBack();
        }
    }

    private void giveBack() {
        Loan current = loan;
        loan = null;
        if (current == null) {
            return;
        }
        try {
            context.dialect().transactions().reset(current.connection());
            current.giveBack();
        } catch (SQLException failure) {
            LOG.debug("A connection could not be reset and is dropped", context.failures.redacted(failure));
            loan = current;
            drop();
        }
    }
}
