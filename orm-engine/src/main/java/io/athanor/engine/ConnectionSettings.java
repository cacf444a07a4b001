package io.athanor.engine;

import io.athanor.engine.dialect.Dialect;
import io.athanor.engine.dialect.IsolationLevel;
import io.athanor.engine.dialect.TransactionControl;
import io.athanor.engine.error.ErrorKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is set on a borrowed connection, so that it is set back before others have it. Not thread-safe. */
final class ConnectionSettings {
    private final EngineContext context;
    private ExecutionOptions options;
    private boolean isIsolationSet;
    private boolean isReadOnlySet;
    /** Whether statements ran of which it is not known what they set. */
    private boolean isTainted;
    /** Whether statements may have run that the engine did not see. */
    private boolean isUnseen;

    ConnectionSettings(EngineContext context, ExecutionOptions options) {
        this.context = context;
        this.options = options;
    }

    ExecutionOptions options() {
        return options;
    }

    boolean isAutocommit() {
        return options.isolation == IsolationLevel.AUTOCOMMIT;
    }

    boolean isImmediate() {
        return options.isImmediate;
    }

    boolean isUnseen() {
        return isUnseen;
    }

    /** The driver's connection is handed out. */
    void lentRaw() {
        isUnseen = true;
        isTainted = true;
    }

    /** Whether a change of options concerns the connection as a whole, and not only statements. */
    boolean isChangedBy(ExecutionOptions wanted) {
        return wanted.isolation != options.isolation || wanted.isReadOnly != options.isReadOnly;
    }

    /** What is set on the connection as a whole, in the options of a view of it. */
    ExecutionOptions withCurrent(ExecutionOptions view) {
        view.isolation = options.isolation;
        view.isReadOnly = options.isReadOnly;
        view.isImmediate = options.isImmediate;
        view.isImplicitCommitRefused = options.isImplicitCommitRefused;
        return view;
    }

    void change(ExecutionOptions wanted, Connection connection) throws SQLException {
        refuseMissing(wanted.isolation, context.dialect());
        options = wanted;
        apply(connection);
    }

    /** Change what does not concern the driver. */
    void change(ExecutionOptions wanted) {
        options = wanted;
    }

    static void refuseMissing(@Nullable IsolationLevel level, Dialect dialect) {
        Set<IsolationLevel> known = dialect.transactions().isolationLevels();
        if (level != null && level != IsolationLevel.AUTOCOMMIT && !known.contains(level)) {
            throw new InvalidRequestException("Dialect [%s] has no isolation level [%s]; it has %s and [AUTOCOMMIT]"
                    .formatted(dialect.name(), level, known));
        }
    }

    /** Set a connection that was just borrowed. */
    void applyNew(Connection connection) throws SQLException {
        isIsolationSet = false;
        isReadOnlySet = false;
        isTainted = false;
        isUnseen = false;
        refuseMissing(options.isolation, context.dialect());
        apply(connection);
    }

    private void apply(Connection connection) throws SQLException {
        IsolationLevel usual = context.baseline().isolation();
        IsolationLevel wanted = options.isolation == null || isAutocommit() ? usual : options.isolation;
        if (isIsolationSet || wanted != usual) {
            control().setIsolation(connection, wanted);
            isIsolationSet = wanted != usual;
        }
        boolean isToBeReadOnly = options.isReadOnly || context.baseline().isReadOnly();
        if (isReadOnlySet || isToBeReadOnly != context.baseline().isReadOnly()) {
            control().setReadOnly(connection, isToBeReadOnly);
            isReadOnlySet = isToBeReadOnly != context.baseline().isReadOnly();
        }
    }

    /** Set back what was set. */
    void reset(Connection connection) throws SQLException {
        if (isTainted) {
            control().reset(connection);
            context.baseline().restore(control(), connection);
            return;
        }
        control().rest(connection);
        if (isIsolationSet) {
            control().setIsolation(connection, context.baseline().isolation());
        }
        if (isReadOnlySet) {
            control().setReadOnly(connection, context.baseline().isReadOnly());
        }
    }

    void executed(StatementKind kind) {
        if (kind == StatementKind.OTHER) {
            isTainted = true;
        }
    }

    /** Not every database can be told to refuse changes, and none refuses all of them. */
    void refuseChange(Execution execution) {
        if (options.isReadOnly && (execution.kind() == StatementKind.CHANGE || execution.kind() == StatementKind.DDL)) {
            throw ErrorKind.READ_ONLY.exception(
                    "Read only: the connection was set to readOnly(true); use another one for changes",
                    execution.sql(),
                    null,
                    null,
                    null);
        }
    }

    private TransactionControl control() {
        return context.dialect().transactions();
    }
}
