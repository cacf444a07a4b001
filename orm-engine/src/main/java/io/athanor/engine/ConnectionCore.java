package io.athanor.engine;

import io.athanor.engine.dialect.IsolationLevel;
import io.athanor.engine.error.CommitOutcomeUnknownException;
import io.athanor.engine.error.DatabaseException;
import io.athanor.engine.error.ErrorKind;
import io.athanor.engine.event.FailureEvent;
import io.athanor.engine.event.StatementEvent;
import io.athanor.engine.pool.Loan;
import java.lang.ref.Cleaner;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The loan of a connection, what runs on it, and what becomes of it after an error. Not thread-safe. */
final class ConnectionCore {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final int MAX_ATTEMPTS = 3;

    final EngineContext context;
    final ConnectionSettings settings;
    final TransactionState transaction;
    final RunningStatement running = new RunningStatement();
    private final StatementShelf shelf = new StatementShelf();
    /** Seldom more than one; the last opened is mostly the first closed. */
    private final List<RowCursor> cursors = new ArrayList<>(2);

    private final LoanWatch watch;
    private final Cleaner.Cleanable watching;
    private String comment = "";
    /** Why we stopped the statement that fails next. */
    private @Nullable String stop;

    private boolean isLost;
    private volatile boolean isClosed;

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

    /** Prepares a statement in one of the driver's ways. */
    @FunctionalInterface
    private interface Preparation {
        PreparedStatement prepare(java.sql.Connection connection) throws SQLException;
    }

    ConnectionCore(EngineContext context, ExecutionOptions options) {
        this.context = context;
        this.settings = new ConnectionSettings(context, options);
        this.transaction = new TransactionState(this);
        this.watch = new LoanWatch(context);
        watch.lend(borrow());
        this.watching = watch.over(this);
    }

    private Loan borrow() {
        long start = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            Loan loan = lend(start);
            boolean isReady = false;
            try {
                context.events.checkedOut(loan.connection(), System.nanoTime() - start);
                settings.applyNew(loan.connection());
                isReady = true;
                return loan;
            } catch (SQLException failure) {
                FailureEvent judged = judge(translate(failure, null), null, false);
                isLost = judged.isDisconnect();
                // A listener, or the database, found the connection dead: the next one may be better.
                if (!isLost || attempt == MAX_ATTEMPTS) {
                    throw judged.exception();
                }
            } finally {
                if (!isReady) {
                    discard(loan, isLost);
                }
            }
        }
    }

    private Loan lend(long start) {
        context.dialect();
        isLost = false;
        try {
            return context.pool.borrow();
        } catch (SQLException | RuntimeException failure) {
            RuntimeException translated = translate(failure, null);
            if (failure instanceof SQLException) {
                translated = judge(translated, null, false).exception();
            }
            context.events.borrowFailed(translated, System.nanoTime() - start);
            throw translated;
        }
    }

    /** The driver's connection; a new one in place of one that was lost, once its transaction is rolled back. */
    java.sql.Connection jdbc() {
        refuseIfClosed();
        Loan current = watch.loan();
        if (current == null) {
            current = borrow();
            watch.lend(current);
        }
        return current.connection();
    }

    /** Prepare a statement, or find it prepared. */
    Prepared prepare(String sql, ExecutionOptions options) throws SQLException {
        return prepare(sql, options, connection -> connection.prepareStatement(commented(sql)));
    }

    /** Prepare a statement that yields generated keys, or find it prepared; its name is that of no other. */
    Prepared prepare(String sql, String name, String[] keyNames, ExecutionOptions options) throws SQLException {
        return prepare(name, options, connection -> connection.prepareStatement(commented(sql), keyNames));
    }

    private Prepared prepare(String name, ExecutionOptions options, Preparation preparation) throws SQLException {
        java.sql.Connection connection = jdbc();
        // A limit may strike late, and must not hit the next execution; a comment is another each time.
        boolean isKept = comment.isEmpty() && options.timeoutNanos == 0 && options.fetchSize == 0;
        Prepared known = isKept ? shelf.take(name) : null;
        return known == null ? new Prepared(preparation.prepare(connection), name, isKept ? shelf : null) : known;
    }

    /** The SQL with the comment of this execution. */
    String commented(String sql) {
        return comment.isEmpty() ? sql : sql + comment;
    }

    void refuseIfClosed() {
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

    /** Change what concerns the connection as a whole. */
    void change(ExecutionOptions wanted) {
        refuseIfClosed();
        if (!settings.isChangedBy(wanted)) {
            settings.change(wanted);
            return;
        }
        if (transaction.isActive()) {
            throw new InvalidRequestException(
                    "Isolation level and readOnly cannot be changed within a transaction; commit() or rollback() first");
        }
        try {
            settings.change(wanted, jdbc());
        } catch (SQLException failure) {
            throw failed(failure, null);
        }
    }

    IsolationLevel isolationLevel() {
        java.sql.Connection connection = jdbc();
        if (settings.isAutocommit()) {
            return IsolationLevel.AUTOCOMMIT;
        }
        try {
            return context.dialect().transactions().isolation(connection);
        } catch (SQLException failure) {
            throw failed(failure, null);
        }
    }

    /** Give the connection up because the user says so. */
    void invalidate() {
        refuseIfClosed();
        drop(true);
        transaction.lost(new InvalidRequestException("The connection was given up by invalidate()"));
    }

    <T extends @Nullable Object> T run(Execution execution, Query<T> query) {
        return run(execution, settings.options(), query);
    }

    /** Run a statement: begin if needed, log, tell listeners, translate what fails. */
    <T extends @Nullable Object> T run(Execution execution, ExecutionOptions options, Query<T> query) {
        refuseIfClosed();
        settings.refuseChange(execution);
        transaction.require(execution.kind());
        comment = context.comments.next();
        boolean isHeard = context.events.isHeard();
        StatementEvent event = isHeard || context.echo.isOn() ? execution.event(comment) : null;
        if (event != null) {
            if (isHeard) {
                context.events.beforeExecute(event);
            }
            context.echo.statement(event, options.token);
        }
        long start = isHeard ? System.nanoTime() : 0;
        T result;
        try {
            if (execution.kind() != StatementKind.QUERY && execution.kind() != StatementKind.CHANGE) {
                // What was prepared before may mean another schema.
                shelf.clear();
            }
            result = query.run();
        } catch (Throwable failure) {
            RuntimeException translated = failed(failure, execution);
            if (isHeard && event != null) {
                tellFailure(event, System.nanoTime() - start, translated);
            }
            throw translated;
        }
        settings.executed(execution.kind());
        transaction.executed(execution.kind());
        if (isHeard && event != null) {
            context.events.afterExecute(event, System.nanoTime() - start, null);
        }
        return result;
    }

    private void tellFailure(StatementEvent event, long nanos, RuntimeException failure) {
        try {
            context.events.afterExecute(event, nanos, failure);
        } catch (RuntimeException thrownByListener) {
            failure.addSuppressed(thrownByListener);
        }
    }

    RuntimeException translate(Throwable failure, @Nullable Execution execution) {
        return context.failures.translate(
                context.dialect().errors(), failure, execution == null ? null : execution.event(comment));
    }

    @Nullable ErrorKind kindOf(RuntimeException translated) {
        return translated instanceof DatabaseException known ? known.kind() : null;
    }

    /** Take note that a failure may be because we stopped the statement; hand it back. */
    Throwable stopped(Throwable failure, @Nullable StatementLimit limit) {
        if (limit != null && limit.isExceeded()) {
            stop = "cancelled after [%d] ms".formatted(limit.millis());
        } else if (running.isCancelled()) {
            stop = "cancelled by cancel()";
        }
        return failure;
    }

    /** Translate what failed, and take note of what it did to connection and transaction. */
    RuntimeException failed(Throwable failure, @Nullable Execution execution) {
        return failed(failure, execution, false);
    }

    private RuntimeException failed(Throwable failure, @Nullable Execution execution, boolean isCommit) {
        RuntimeException translated = translate(failure, execution);
        if (stop != null && translated instanceof DatabaseException known) {
            translated = Failures.stopped(known, stop);
        }
        stop = null;
        if (!(translated instanceof DatabaseException)) {
            return translated;
        }
        boolean isStopped = kindOf(translated) == ErrorKind.STATEMENT_TIMEOUT;
        FailureEvent judged = judge(translated, execution, isCommit);
        if (judged.isDisconnect()) {
            drop(true);
            transaction.lost(judged.exception());
        } else if (watch.loan() != null) {
            if (isStopped) {
                // A cancelled driver may refuse everything until its open results are closed.
                closeCursorsQuietly();
            }
            SQLException telling = Failures.telling(context.dialect().errors(), failure);
            if (telling != null) {
                transaction.failed(telling, judged.exception(), isCommit);
            }
        }
        return judged.exception();
    }

    /** Let listeners judge a failure: what is thrown, and whether the connection is lost. */
    private FailureEvent judge(RuntimeException translated, @Nullable Execution execution, boolean isCommit) {
        boolean isDisconnect = kindOf(translated) == ErrorKind.DISCONNECTED;
        StatementEvent statement = execution == null ? null : execution.event(comment);
        FailureEvent event = new FailureEvent(translated, statement, isCommit, isDisconnect);
        try {
            context.events.failed(event);
        } catch (RuntimeException thrownByListener) {
            event.replace(thrownByListener);
        }
        return event;
    }

    /** As {@link #failed}, but a connection that is lost within COMMIT leaves open whether the work is done. */
    RuntimeException failedToCommit(Throwable failure) {
        RuntimeException judged = failed(failure, null, true);
        if (!isLost) {
            return judged;
        }
        String token = transaction.token();
        transaction.end();
        return CommitOutcomeUnknownException.of(token, judged);
    }

    RowCursor opened(RowCursor cursor) {
        cursors.add(cursor);
        running.opened(cursor);
        return cursor;
    }

    void forget(RowCursor cursor) {
        int last = cursors.size() - 1;
        while (last >= 0 && cursors.get(last) != cursor) {
            last--;
        }
        if (last >= 0) {
            cursors.remove(last);
        }
        running.closed(cursor);
    }

    void closeCursors(String reason) {
        for (RowCursor cursor : new ArrayList<>(cursors)) {
            cursor.close(reason);
        }
    }

    private void closeCursorsQuietly() {
        for (RowCursor cursor : new ArrayList<>(cursors)) {
            try {
                cursor.close("failed statement");
            } catch (RuntimeException failure) {
                LOG.debug("A result could not be closed after a failed statement", failure);
            }
        }
    }

    /** Stop what runs; called by other threads. */
    void cancel() {
        try {
            running.cancel();
        } catch (SQLException failure) {
            throw translate(failure, null);
        }
    }

    /** Give the connection up as broken; what was opened before it may be as well. */
    void drop(boolean isLostOnItsOwn) {
        isLost = true;
        for (RowCursor cursor : new ArrayList<>(cursors)) {
            cursor.lost();
        }
        cursors.clear();
        shelf.forget();
        Loan current = watch.end();
        if (current != null) {
            discard(current, isLostOnItsOwn);
        }
    }

    private void discard(Loan loan, boolean isLostOnItsOwn) {
        context.events.checkedIn(loan.connection(), loan.heldNanos());
        try {
            if (isLostOnItsOwn) {
                loan.invalidate();
            } else {
                loan.discard();
            }
        } catch (SQLException failure) {
            LOG.debug("A broken connection could not be closed", context.failures.redacted(failure));
        }
        context.events.invalidated(isLostOnItsOwn);
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
            watching.clean();
        }
    }

    private void giveBack() {
        Loan current = watch.end();
        if (current == null) {
            return;
        }
        boolean isReset = false;
        try {
            shelf.clear();
            settings.reset(current.connection());
            context.events.checkedIn(current.connection(), current.heldNanos());
            isReset = true;
            current.giveBack();
        } catch (SQLException failure) {
            LOG.debug("A connection could not be reset and is dropped", context.failures.redacted(failure));
        } finally {
            if (!isReset) {
                discard(current, false);
            }
        }
    }
}
