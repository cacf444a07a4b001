package io.athanor.engine.event;

import io.athanor.engine.error.DatabaseException;
import io.athanor.engine.error.ErrorKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failure on its way to the caller, which a listener may look at, replace or judge anew; SQLAlchemy's
 * {@code ExceptionContext}. Not thread-safe; of no use after the call.
 *
 * @since 0.1.0
 */
public final class FailureEvent {
    private final @Nullable StatementEvent statement;
    private final boolean isCommit;
    private RuntimeException exception;
    private boolean isDisconnect;

    /**
     * Create an event.
     *
     * @param exception what the caller would get
     * @param statement what was sent, or {@code null} if it was no statement
     * @param isCommit whether it was a COMMIT
     * @param isDisconnect whether the connection is taken for lost
     */
    public FailureEvent(
            RuntimeException exception, @Nullable StatementEvent statement, boolean isCommit, boolean isDisconnect) {
        this.exception = exception;
        this.statement = statement;
        this.isCommit = isCommit;
        this.isDisconnect = isDisconnect;
    }

    /**
     * Return what the caller will get. Its cause is what the driver threw.
     *
     * @return the exception, as far as it has been replaced
     */
    public RuntimeException exception() {
        return exception;
    }

    /**
     * Return the kind of error.
     *
     * @return the kind; {@link ErrorKind#OTHER} if the exception is not the database's
     */
    public ErrorKind kind() {
        return exception instanceof DatabaseException database ? database.kind() : ErrorKind.OTHER;
    }

    /**
     * Return what was sent.
     *
     * @return the statement; empty where connecting, or a step of a transaction, failed
     */
    public Optional<StatementEvent> statement() {
        return Optional.ofNullable(statement);
    }

    /**
     * Return whether a COMMIT failed.
     *
     * @return whether it did
     */
    public boolean isCommit() {
        return isCommit;
    }

    /**
     * Return whether the connection is taken for lost: it is closed then, and so are all that were opened before.
     *
     * @return whether it is
     */
    public boolean isDisconnect() {
        return isDisconnect;
    }

    /**
     * Say whether the connection is lost, whatever the dialect thinks.
     *
     * @param isLost whether it is
     */
    public void disconnect(boolean isLost) {
        this.isDisconnect = isLost;
    }

    /**
     * Throw another exception. The one that it replaces becomes suppressed by it, unless it is its cause.
     *
     * @param other what to throw
     */
    public void replace(RuntimeException other) {
        if (other != exception && other.getCause() != exception) {
            other.addSuppressed(exception);
        }
        this.exception = other;
    }

    /**
     * Say that the error is of another kind. Does nothing to an exception that is not the database's.
     *
     * @param kind the kind; {@link ErrorKind#DISCONNECTED} also means that the connection is lost
     */
    public void reclassify(ErrorKind kind) {
        if (exception instanceof DatabaseException database) {
            exception = database.as(kind);
            isDisconnect = kind == ErrorKind.DISCONNECTED;
        }
    }
}
