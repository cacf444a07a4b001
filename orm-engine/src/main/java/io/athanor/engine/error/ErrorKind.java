package io.athanor.engine.error;

import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of database errors, each with its exception. A dialect's translator chooses the kind.
 *
 * @since 0.1.0
 */
public enum ErrorKind {
    /** A constraint that the driver does not tell. */
    INTEGRITY(IntegrityException::new),
    /** A unique or primary key. */
    UNIQUE_VIOLATION(UniqueViolationException::new),
    /** A foreign key, either end. */
    FOREIGN_KEY_VIOLATION(ForeignKeyViolationException::new),
    /** NULL where none is allowed. */
    NOT_NULL_VIOLATION(NotNullViolationException::new),
    /** A CHECK constraint. */
    CHECK_VIOLATION(CheckViolationException::new),
    /** A value that does not fit. */
    DATA(DataException::new),
    /** A wrong statement. */
    PROGRAMMING(ProgrammingException::new),
    /** A failure of the database that has no kind of its own. */
    OPERATIONAL(OperationalException::new),
    /** A lock was not to be had in time. */
    LOCK_TIMEOUT(LockTimeoutException::new),
    /** A deadlock. */
    DEADLOCK(DeadlockException::new),
    /** A conflict with a concurrent transaction. */
    SERIALIZATION_FAILURE(SerializationFailureException::new),
    /** Cancelled, or too long. */
    STATEMENT_TIMEOUT(StatementTimeoutException::new),
    /** The connection is lost, or could not be made. */
    DISCONNECTED(DisconnectedException::new),
    /** The connection was lost during COMMIT. */
    COMMIT_OUTCOME_UNKNOWN(CommitOutcomeUnknownException::new),
    /** The transaction has failed before. */
    TRANSACTION_ABORTED(TransactionAbortedException::new),
    /** No room left. */
    DISK_FULL(DiskFullException::new),
    /** A damaged database. */
    CORRUPT(CorruptDatabaseException::new),
    /** Writing is refused. */
    READ_ONLY(ReadOnlyException::new),
    /** Anything else. */
    OTHER(DatabaseException::new);

    private final Function<ErrorDetails, DatabaseException> exception;

    ErrorKind(Function<ErrorDetails, DatabaseException> exception) {
        this.exception = exception;
    }

    /**
     * Return whether the same unit of work may succeed when it is run again from its beginning.
     *
     * @return whether it may
     */
    public boolean isRetryable() {
        return switch (this) {
            case LOCK_TIMEOUT, DEADLOCK, SERIALIZATION_FAILURE, DISCONNECTED -> true;
            default -> false;
        };
    }

    DatabaseException exception(ErrorDetails details) {
        return exception.apply(details);
    }

    /**
     * Make the exception of this kind.
     *
     * @param message what happened; must hold no secret
     * @param statement the SQL as sent, or {@code null} if no statement was involved
     * @param parameters its parameters as text or a note that they are hidden, or {@code null}
     * @param constraint the constraint's name, or {@code null} if unknown
     * @param cause what the driver threw, or {@code null}; must hold no secret
     * @return the exception, never {@code null}
     */
    public DatabaseException exception(
            String message,
            @Nullable String statement,
            @Nullable String parameters,
            @Nullable String constraint,
            @Nullable Throwable cause) {
        String state = cause instanceof SQLException sql ? sql.getSQLState() : null;
        int code = cause instanceof SQLException sql ? sql.getErrorCode() : 0;
        return exception.apply(new ErrorDetails(this, message, state, code, statement, parameters, constraint, cause));
    }
}
