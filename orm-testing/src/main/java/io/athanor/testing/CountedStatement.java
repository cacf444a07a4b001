package io.athanor.testing;

import org.jspecify.annotations.Nullable;

/**
 * A statement that was sent to the database, and where from. Values are left out, since they may be secret.
 *
 * @param sql the SQL as sent
 * @param executions how many sets of parameters went with it, 1 unless it was a batch
 * @param site the line of the application that caused it; {@code null} if no such line is on the stack
 * @param advice what loaded it and how that can be avoided; {@code null} where there is nothing to say
 * @since 0.1.0
 */
public record CountedStatement(
        String sql,
        int executions,
        @Nullable StackTraceElement site,
        @Nullable String advice) {
    /** The SQL in one line, the number of its executions, the line that caused it and the advice. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(sql.strip().replaceAll("\\s+", " "));
        if (executions > 1) {
            text.append(" [").append(executions).append(" sets of parameters]");
        }
        if (site != null) {
            text.append("\n      at ").append(site);
        }
        if (advice != null) {
            text.append("\n      ").append(advice);
        }
        return text.toString();
    }
}
