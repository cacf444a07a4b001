package io.athanor.engine;

import io.athanor.engine.dialect.Capability;
import io.athanor.engine.dialect.TransactionControl;
import io.athanor.engine.dialect.TransactionEffect;
import io.athanor.engine.error.ErrorKind;
import io.athanor.engine.event.TransactionEvent;
import io.athanor.engine.event.TransactionEvent.Step;
import io.athanor.sql.error.ArgumentException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The transaction of one connection: begun by the first statement, and its savepoints. Not thread-safe. */
final class TransactionState {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final Pattern TWO_PHASE_ID = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");

    private final ConnectionCore core;
    private final Deque<Savepoint> savepoints = new ArrayDeque<>();
    private long number;
    private boolean isActive;
    /** Whether what began is known to the database; with AUTOCOMMIT it is not. */
    private boolean isSent;

    private boolean hasChanged;
    private int savepointNumber;
    private @Nullable Damage damage;
    private @Nullable String token;
    private @Nullable String twoPhaseId;
    private boolean isPrepared;

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
        refuseBegun();
        start(core.settings.isImmediate());
        return new RootTransaction(this, number);
    }

    private void refuseBegun() {
        core.refuseIfClosed();
        if (isActive) {
            throw new InvalidRequestException(
                    "A transaction has begun already on this connection; use beginNested() for a savepoint, or commit() or rollback() it first");
        }
    }

    /** Begin if nothing has begun, and refuse what the transaction does not allow. */
    void require(StatementKind next) {
        if (!isActive) {
            boolean isWriting = next == StatementKind.CHANGE || next == StatementKind.DDL;
            start(isWriting || core.settings.isImmediate());
            return;
        }
        if (damage != null) {
            throw aborted("This statement is refused");
        }
        if (isPrepared) {
            throw new InvalidRequestException(
                    "Transaction [%s] is prepared; commit() or rollback() it before anything else"
                            .formatted(twoPhaseId));
        }
        if (next == StatementKind.DDL && isSent && isCommittedByDdl() && (hasChanged || !savepoints.isEmpty())) {
            judgeImplicitCommit();
        }
    }

    private void judgeImplicitCommit() {
        String fact =
                "On dialect [%s] a change of the schema commits the transaction that it happens in, and this one has changed rows or set savepoints"
                        .formatted(core.context.dialect().name());
        if (core.settings.options().isImplicitCommitRefused) {
            throw new InvalidRequestException(fact + "; commit() or rollback() first");
        }
        LOG.warn("{}", fact);
        savepoints.clear();
        hasChanged = false;
    }

    private boolean isCommittedByDdl() {
        return !core.context.dialect().capabilities().has(Capability.TRANSACTIONAL_DDL);
    }

    /** Take note of what was carried out. */
    void executed(StatementKind kind) {
        hasChanged |= kind == StatementKind.CHANGE;
    }

    private void start(boolean isWriting) {
        java.sql.Connection connection = core.jdbc();
        boolean isAutocommit = core.settings.isAutocommit();
        step(
                isAutocommit
                        ? "BEGIN (implicit; not sent, since the isolation level is AUTOCOMMIT)"
                        : "BEGIN (implicit)",
                new TransactionEvent(Step.BEGIN, null));
        if (!isAutocommit) {
            run(() -> control().begin(connection, isWriting));
        }
        begun(!isAutocommit);
    }

    private void begun(boolean isKnownToDatabase) {
        isActive = true;
        isSent = isKnownToDatabase;
        number++;
    }

    TwoPhaseTransaction beginTwoPhase(String id) {
        refuseBegun();
        refuseTwoPhase(id);
        if (core.settings.isAutocommit()) {
            throw new InvalidRequestException(
                    "There is no transaction in isolation level AUTOCOMMIT; set another one before beginTwoPhase()");
        }
        java.sql.Connection connection = core.jdbc();
        step("BEGIN TWOPHASE (implicit)", new TransactionEvent(Step.BEGIN, null));
        run(() -> control().beginTwoPhase(connection, id));
        begun(true);
        twoPhaseId = id;
        return new PreparableTransaction(this, number, id);
    }

    private void refuseTwoPhase(String id) {
        if (!TWO_PHASE_ID.matcher(id).matches()) {
            throw new ArgumentException(
                    "[%s] cannot name a transaction; use 1 to 64 letters, digits, and [_ . : -]".formatted(id));
        }
        if (!core.context.dialect().capabilities().has(Capability.TWO_PHASE_COMMIT)) {
            throw new InvalidRequestException("Dialect [%s] has no commit in two phases; use begin()"
                    .formatted(core.context.dialect().name()));
        }
    }

    void prepare(String id) {
        if (isPrepared) {
            throw new InvalidRequestException("Transaction [%s] is prepared already; commit() it".formatted(id));
        }
        if (damage != null) {
            throw aborted("The transaction cannot be prepared");
        }
        core.closeCursors("prepare");
        step("PREPARE TRANSACTION " + id, new TransactionEvent(Step.PREPARE, null));
        run(() -> control().prepare(core.jdbc(), id));
        isPrepared = true;
        savepoints.clear();
    }

    List<String> prepared() {
        refuseBegun();
        refuseTwoPhase("any");
        try {
            return control().prepared(core.jdbc());
        } catch (SQLException failure) {
            throw core.failed(failure, null);
        }
    }

    void commitPrepared(String id) {
        refuseBegun();
        refuseTwoPhase(id);
        step("COMMIT PREPARED " + id, new TransactionEvent(Step.COMMIT, null));
        run(() -> control().commitPrepared(core.jdbc(), id));
    }

    void rollbackPrepared(String id) {
        refuseBegun();
        refuseTwoPhase(id);
        step("ROLLBACK PREPARED " + id, new TransactionEvent(Step.ROLLBACK, null));
        run(() -> control().rollbackPrepared(core.jdbc(), id));
    }

    Savepoint beginNested() {
        require(StatementKind.QUERY);
        if (!isSent) {
            throw new InvalidRequestException(
                    "There are no savepoints in isolation level AUTOCOMMIT; set another one before beginNested()");
        }
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

    /** The name of the unit of work; made when it is first asked for. */
    String token() {
        String known = token;
        if (known == null) {
            known = UUID.randomUUID().toString();
            token = known;
        }
        return known;
    }

    void commit() {
        if (!isActive) {
            return;
        }
        if (damage != null) {
            throw rolledBackInstead(aborted("The transaction cannot be committed and was rolled back"));
        }
        core.closeCursors("commit");
        step("COMMIT", new TransactionEvent(Step.COMMIT, null));
        confirm();
        try {
            sendCommit();
        } catch (Throwable failure) {
            throw core.failedToCommit(failure);
        }
        end();
        rest();
    }

    private void sendCommit() throws SQLException {
        String id = twoPhaseId;
        if (id != null && isPrepared) {
            control().commitPrepared(core.jdbc(), id);
        } else if (id != null) {
            control().commitUnprepared(core.jdbc(), id);
        } else if (isSent) {
            control().commit(core.jdbc());
        }
    }

    /** Where statements may have failed unseen, a commit could be a rollback that nobody is told of. */
    private void confirm() {
        if (!isSent || isPrepared || !core.settings.isUnseen()) {
            return;
        }
        try {
            control().confirm(core.jdbc());
        } catch (SQLException failure) {
            RuntimeException translated = core.failed(failure, null);
            damage = damage == null ? new Damage(TransactionEffect.ABORTED, 0, translated) : damage;
            throw rolledBackInstead(aborted("The transaction cannot be committed and was rolled back"));
        }
    }

    private RuntimeException rolledBackInstead(RuntimeException aborted) {
        try {
            rollback();
        } catch (RuntimeException second) {
            aborted.addSuppressed(second);
        }
        return aborted;
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
        boolean isToBeSent = isSent && !core.isLost();
        String id = twoPhaseId;
        boolean wasPrepared = isPrepared;
        end();
        try {
            if (!core.isLost()) {
                step("ROLLBACK", new TransactionEvent(Step.ROLLBACK, null));
            }
            if (isToBeSent) {
                sendRollback(id, wasPrepared);
            }
        } catch (Throwable failure) {
            // Dropping the connection undoes the work as well, whatever the database thinks of ROLLBACK.
            RuntimeException translated = core.translate(failure, null);
            core.drop(core.kindOf(translated) == ErrorKind.DISCONNECTED);
            if (core.kindOf(translated) != ErrorKind.DISCONNECTED) {
                failures.forEach(translated::addSuppressed);
                throw translated;
            }
        }
    }

    private void sendRollback(@Nullable String id, boolean wasPrepared) throws SQLException {
        if (id == null) {
            control().rollback(core.jdbc());
        } else if (wasPrepared) {
            control().rollbackPrepared(core.jdbc(), id);
        } else {
            control().rollbackUnprepared(core.jdbc(), id);
        }
        control().rest(core.jdbc());
    }

    /** Take note that the connection is gone, and its transaction with it. */
    void lost(Throwable cause) {
        if (isActive) {
            damage = new Damage(TransactionEffect.ENDED, savepoints.size(), cause);
        }
    }

    /** Take note of what a failed statement did to the transaction. */
    void failed(SQLException error, Throwable translated, boolean isCommit) {
        if (isActive && isSent && damage == null && !isPrepared) {
            TransactionEffect effect = isCommit
                    ? control().effectOfCommit(core.jdbc(), error)
                    : control().effectOf(core.jdbc(), error);
            if (effect != TransactionEffect.STATEMENT_UNDONE) {
                damage = new Damage(effect, savepoints.size(), translated);
            }
        }
    }

    void end() {
        isActive = false;
        isSent = false;
        isPrepared = false;
        hasChanged = false;
        twoPhaseId = null;
        token = null;
        damage = null;
        savepoints.clear();
    }

    private void rest() {
        try {
            control().rest(core.jdbc());
        } catch (Throwable failure) {
            // The work is committed: the caller is not told of a failure that is none of his.
            core.drop(false);
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
