package io.athanor.engine.error;

/**
 * The connection was lost during COMMIT: the work may or may not be in the database. Never repeated automatically.
 *
 * @since 0.1.0
 */
public final class CommitOutcomeUnknownException extends OperationalException {
    private static final long serialVersionUID = 1L;

    CommitOutcomeUnknownException(ErrorDetails details) {
        super(details);
    }
}
