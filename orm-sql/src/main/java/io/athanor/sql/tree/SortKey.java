package io.athanor.sql.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A direction in ORDER BY.
 *
 * @param expression what is sorted by
 * @param direction which way
 * @param isNullsFirst where NULL goes, or {@code null} to leave it to the database
 * @since 0.1.0
 */
public record SortKey(
        Orderable expression, Direction direction, @Nullable Boolean isNullsFirst) implements Ordering {
    /** Which way to sort. */
    public enum Direction {
        /** Not said, which is upwards. */
        NONE,
        /** Upwards. */
        ASC,
        /** Downwards. */
        DESC
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitOrdering(this);
    }

    @Override
    public List<SqlNode> children() {
        return List.of(expression);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new SortKey(nodes.next(), direction, isNullsFirst);
    }

    @Override
    public Object shape() {
        return Arrays.asList(direction, isNullsFirst);
    }

    @Override
    public Ordering nullsFirst() {
        return new SortKey(expression, direction, true);
    }

    @Override
    public Ordering nullsLast() {
        return new SortKey(expression, direction, false);
    }
}
