package io.athanor.testing;

import java.util.List;

/**
 * More or fewer statements were sent than expected. The message lists each with the line that caused it and, for what was
 * loaded on access, the option that would have loaded it before; it holds no values.
 *
 * @since 0.1.0
 */
public final class StatementCountError extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final int expected;
    private final transient List<CountedStatement> statements;

    StatementCountError(String demand, int expected, List<CountedStatement> statements) {
        super(message(demand, statements));
        this.expected = expected;
        this.statements = statements;
    }

    private static String message(String demand, List<CountedStatement> statements) {
        StringBuilder text = new StringBuilder(demand)
                .append(" but there were [")
                .append(statements.size())
                .append(']');
        for (int i = 0; i < statements.size(); i++) {
            text.append("\n  ").append(i + 1).append(". ").append(statements.get(i));
        }
        return text.toString();
    }

    /**
     * Return how many were expected.
     *
     * @return the number, or the limit
     */
    public int expected() {
        return expected;
    }

    /**
     * Return what was sent.
     *
     * @return the statements in order; none after deserialization
     */
    public List<CountedStatement> statements() {
        return statements == null ? List.of() : statements;
    }
}
