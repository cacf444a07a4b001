package io.athanor.sql.schema;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a row if comparisons with another one hold, such as overlapping ranges; PostgreSQL has it. Immutable and
 * thread-safe.
 *
 * @since 0.1.0
 */
public final class ExcludeConstraint extends Constraint {
    private final String method;
    private final List<Element> elements;
    private final @Nullable Expression<Boolean> condition;

    ExcludeConstraint(Table table, ExcludeSpec spec) {
        super(table, spec.common);
        if (spec.elements.isEmpty()) {
            throw new ArgumentException(
                    "Exclusion constraint of table [%s] compares nothing; call with(expression, operator)"
                            .formatted(table.name()));
        }
        this.method = spec.method;
        this.elements = List.copyOf(spec.elements);
        this.condition = spec.condition;
    }

    /**
     * A comparison.
     *
     * @param expression an expression over columns of the table
     * @param operator the operator between two rows' values of it
     */
    public record Element(Expression<?> expression, String operator) {}

    /**
     * Return the method of the index below.
     *
     * @return a word
     */
    public String method() {
        return method;
    }

    /**
     * Return the comparisons.
     *
     * @return at least one, unmodifiable
     */
    public List<Element> elements() {
        return elements;
    }

    /**
     * Return which rows are compared.
     *
     * @return the condition, or {@code null} for all
     */
    public @Nullable Expression<Boolean> condition() {
        return condition;
    }

    @Override
    public List<Column<?>> columns() {
        return List.of();
    }
}
