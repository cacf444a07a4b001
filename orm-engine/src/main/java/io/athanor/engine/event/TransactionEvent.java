package io.athanor.engine.event;

import org.jspecify.annotations.Nullable;

/**
 * A step of a transaction, told before it is sent.
 *
 * @param step what happens
 * @param savepoint the savepoint's name, or {@code null} if the step is the whole transaction's
 * @since 0.1.0
 */
public record TransactionEvent(Step step, @Nullable String savepoint) {
    /** What can happen to a transaction or savepoint. */
    public enum Step {
        /** It begins. */
        BEGIN,
        /** It is prepared, as the first of two phases. */
        PREPARE,
        /** It is committed, or the savepoint released. */
        COMMIT,
        /** It is rolled back. */
        ROLLBACK
    }
}
