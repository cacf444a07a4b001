package io.athanor.engine;

import io.athanor.engine.dialect.ErrorTranslator;
import io.athanor.engine.dialect.Secrets;
import io.athanor.engine.error.DatabaseException;
import io.athanor.engine.error.ErrorKind;
import io.athanor.engine.event.StatementEvent;
import io.athanor.sql.error.OrmException;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes our exceptions of what drivers throw, with no secret in them or in their causes. */
final class Failures {
    private static final int MAX_CHAIN = 20;

    private final Secrets secrets;
    private final boolean isHidingParameters;
    private final boolean isHidingRowValues;

    Failures(Secrets secrets, boolean isHidingParameters, boolean isHidingRowValues) {
        this.secrets = secrets;
        this.isHidingParameters = isHidingParameters;
        this.isHidingRowValues = isHidingRowValues;
    }

    /**
     * Translate what a driver threw.
     *
     * @return our exception; what is ours already is handed back as it is
     */
    RuntimeException translate(ErrorTranslator translator, Throwable thrown, @Nullable StatementEvent statement) {
        if (thrown instanceof OrmException ours) {
            return ours;
        }
        if (thrown instanceof OutOfMemoryError exhausted) {
            throw exhausted;
        }
        SQLException telling = telling(translator, thrown);
        ErrorKind kind = telling == null ? ErrorKind.OTHER : translator.kindOf(telling);
        return exception(kind, translator, telling == null ? thrown : telling, statement);
    }

    DatabaseException exception(
            ErrorKind kind, ErrorTranslator translator, Throwable thrown, @Nullable StatementEvent statement) {
        // What is no SQLException may come from a conversion of the user's, which repeats the value that it refuses.
        boolean isTelling = translator.showsValues() || !(thrown instanceof SQLException);
        boolean isHidden = (isHidingParameters || isHidingRowValues) && isTelling;
        Throwable cause = isHidden ? concealed(thrown) : redacted(thrown);
        String fact = sentence(kind) + ": " + cause.getMessage();
        String constraint = thrown instanceof SQLException sql ? translator.constraintOf(sql) : null;
        return kind.exception(
                fact,
                statement == null ? null : statement.sql(),
                statement == null ? null : parameters(statement),
                constraint,
                cause);
    }

    /** Say that it was us who stopped a statement, unless it failed for another reason at the same time. */
    static DatabaseException stopped(DatabaseException failure, String reason) {
        boolean isOurs = failure.kind() == ErrorKind.STATEMENT_TIMEOUT
                || failure.kind() == ErrorKind.OTHER
                || failure.kind() == ErrorKind.OPERATIONAL;
        return isOurs ? failure.as(ErrorKind.STATEMENT_TIMEOUT, "Statement timeout (%s)".formatted(reason)) : failure;
    }

    private String parameters(StatementEvent statement) {
        return isHidingParameters ? ParameterText.HIDDEN : ParameterText.of(statement.parameters());
    }

    private static String sentence(ErrorKind kind) {
        String words = kind == ErrorKind.OTHER ? "database error" : kind.name().toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1).replace('_', ' ');
    }

    /** The exception of the chain that says what happened: a batch wraps the one that does. */
    static @Nullable SQLException telling(ErrorTranslator translator, Throwable thrown) {
        SQLException first = null;
        Throwable each = thrown;
        for (int i = 0; each != null && i < MAX_CHAIN; i++) {
            if (each instanceof SQLException sql) {
                first = first == null ? sql : first;
                if (translator.kindOf(sql) != ErrorKind.OTHER) {
                    return sql;
                }
                each = sql.getNextException() == null ? sql.getCause() : sql.getNextException();
            } else {
                each = each.getCause();
            }
        }
        return first;
    }

    SQLException redacted(SQLException thrown) {
        return isClean(thrown, 0) ? thrown : copy(thrown, 0);
    }

    private Throwable redacted(Throwable thrown) {
        return isClean(thrown, 0) ? thrown : copy(thrown, 0);
    }

    private boolean isClean(@Nullable Throwable thrown, int depth) {
        if (thrown == null) {
            return true;
        }
        // toString, since an exception may compute it from more than its message.
        if (depth > MAX_CHAIN || secrets.isShownBy(String.valueOf(thrown))) {
            return false;
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (!isClean(suppressed, depth + 1)) {
                return false;
            }
        }
        boolean isNextClean = !(thrown instanceof SQLException sql) || isClean(sql.getNextException(), depth + 1);
        return isNextClean && isClean(thrown.getCause(), depth + 1);
    }

    /** A driver's exception cannot be changed, so one that shows a secret is replaced by one that says the rest. */
    private SQLException copy(Throwable thrown, int depth) {
        String message = secrets.redact(String.valueOf(thrown.getMessage()));
        SQLException copy = copyOf(
                thrown,
                thrown instanceof SQLException ? message : thrown.getClass().getName() + ": " + message);
        if (thrown.getCause() != null && depth < MAX_CHAIN) {
            copy.initCause(copy(thrown.getCause(), depth + 1));
        }
        if (thrown instanceof SQLException sql && sql.getNextException() != null && depth < MAX_CHAIN) {
            copy.setNextException(copy(sql.getNextException(), depth + 1));
        }
        return copy;
    }

    private static SQLException concealed(Throwable thrown) {
        return copyOf(
                thrown,
                "[%s; message hidden, since it may repeat values]"
                        .formatted(thrown.getClass().getName()));
    }

    private static SQLException copyOf(Throwable thrown, String message) {
        SQLException copy = thrown instanceof SQLException sql
                ? new SQLException(message, sql.getSQLState(), sql.getErrorCode())
                : new SQLException(message);
        copy.setStackTrace(thrown.getStackTrace());
        return copy;
    }
}
