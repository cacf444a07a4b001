package io.athanor.engine.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The connection was lost during COMMIT: the work may or may not be in the database. Never repeated automatically, since it
 * might be done twice.
 *
 * <p>To be able to ask, write {@link #token the unit's token} to a table of one's own within the unit
 * ({@code connection.transactionToken()}), and look for it afterwards.
 *
 * @since 0.1.0
 */
public final class CommitOutcomeUnknownException extends OperationalException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String token;

    CommitOutcomeUnknownException(ErrorDetails details) {
        this(details, null);
    }

    private CommitOutcomeUnknownException(ErrorDetails details, @Nullable String token) {
        super(details);
        this.token = token;
    }

    /**
     * Make the exception of a commit whose answer did not come.
     *
     * @param token the token of the unit of work
     * @param cause what the loss of the connection was told as
     * @return the exception, never {@code null}
     */
    public static CommitOutcomeUnknownException of(String token, Throwable cause) {
        String message =
                "Commit outcome unknown: the connection was lost during COMMIT, and the work of unit [%s] may or may not be in the database; look for it before repeating it"
                        .formatted(token);
        DatabaseException known = cause instanceof DatabaseException database ? database : null;
        String state = known == null ? null : known.sqlState().orElse(null);
        int code = known == null ? 0 : known.vendorCode();
        return new CommitOutcomeUnknownException(
                new ErrorDetails(ErrorKind.COMMIT_OUTCOME_UNKNOWN, message, state, code, null, null, null, cause),
                token);
    }

    /**
     * Return what the unit of work was called: what {@code connection.transactionToken()} told within it.
     *
     * @return the token; empty if the exception was not made by an engine
     */
    public Optional<String> token() {
        return Optional.ofNullable(token);
    }
}
