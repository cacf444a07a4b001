package io.athanor.engine.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement on its way to the database.
 *
 * @param sql the SQL as sent
 * @param parameters a list of values for each execution, one list where the statement is executed once; the values are
 *     those that the caller bound, before conversion
 * @since 0.1.0
 */
public record StatementEvent(String sql, List<? extends List<? extends @Nullable Object>> parameters) {
    /**
     * Return whether the statement is sent with several sets of parameters at once.
     *
     * @return whether it is a batch
     */
    public boolean isBatch() {
        return parameters.size() > 1;
    }

    /** Names the SQL only: parameters may be secret. */
    @Override
    public String toString() {
        return "StatementEvent[" + sql + ", executions=" + parameters.size() + "]";
    }
}
