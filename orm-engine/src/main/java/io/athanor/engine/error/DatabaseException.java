package io.athanor.engine.error;

import io.athanor.sql.error.OrmException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A database, or its driver, reported an error; SQLAlchemy's {@code DBAPIError}. The subclasses say what the caller can
 * do about it. The driver's own exception is the cause, save where it would show a secret. Never holds a password;
 * parameters are left out where the engine hides them.
 *
 * @since 0.1.0
 */
public class DatabaseException extends OrmException {
    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;
    private final @Nullable String statement;
    private final @Nullable String parameters;
    private final @Nullable String sqlState;
    private final int vendorCode;

    /** Kept for {@link #as}; not serialized, since what it holds is in the other fields and the message. */
    private final transient ErrorDetails details;

    DatabaseException(ErrorDetails details) {
        super(details.text(), details.cause());
        this.details = details;
        this.kind = details.kind();
        this.statement = details.sql();
        this.parameters = details.parameters();
        this.sqlState = details.sqlState();
        this.vendorCode = details.vendorCode();
    }

    /**
     * Return the kind of error.
     *
     * @return the kind, never {@code null}
     */
    public final ErrorKind kind() {
        return kind;
    }

    /**
     * Make an exception of another kind of what this one is made of, for listeners that know better what an error means.
     *
     * @param other the kind
     * @return a new exception with the same cause, statement and codes, never {@code null}
     */
    public final DatabaseException as(ErrorKind other) {
        return other.exception(details.of(other, details.message()));
    }

    /**
     * Make an exception of another kind of what this one is made of, with a note before its message.
     *
     * @param other the kind
     * @param note what to say first; must hold no secret
     * @return a new exception with the same cause, statement and codes, never {@code null}
     */
    public final DatabaseException as(ErrorKind other, String note) {
        return other.exception(details.of(other, note + ": " + details.message()));
    }

    /**
     * Return the SQL that failed.
     *
     * @return the text, or empty if no statement was involved
     */
    public final Optional<String> statement() {
        return Optional.ofNullable(statement);
    }

    /**
     * Return the parameters of the statement that failed, as text.
     *
     * @return the parameters, a note that they are hidden, or empty if no statement was involved
     */
    public final Optional<String> parameters() {
        return Optional.ofNullable(parameters);
    }

    /**
     * Return the SQLState that the driver gave.
     *
     * @return five characters as a rule; empty if the driver gave none
     */
    public final Optional<String> sqlState() {
        return Optional.ofNullable(sqlState);
    }

    /**
     * Return the number that the driver gave.
     *
     * @return the vendor's error code; 0 if there is none
     */
    public final int vendorCode() {
        return vendorCode;
    }

    /**
     * Return whether the same unit of work may succeed when it is run again from its beginning.
     *
     * @return whether it may
     */
    public final boolean isRetryable() {
        return kind.isRetryable();
    }
}
