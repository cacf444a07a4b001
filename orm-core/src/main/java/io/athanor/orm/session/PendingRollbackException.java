package io.athanor.orm.session;

import io.athanor.engine.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/**
 * A session was used after a flush failed and before {@code rollback()}; SQLAlchemy's {@code PendingRollbackError}. Its cause
 * is what made the flush fail.
 *
 * @since 0.1.0
 */
public class PendingRollbackException extends InvalidRequestException {
    private static final long serialVersionUID = 1L;

    /**
     * Create an exception.
     *
     * @param failure what made the flush fail
     */
    public PendingRollbackException(@Nullable Throwable failure) {
        super(
                ("The transaction of this session was rolled back because a flush failed [%s]; call rollback() before using the"
                                + " session again")
                        .formatted(
                                failure == null ? "unknown" : failure.getClass().getSimpleName()));
        initCause(failure);
    }
}
