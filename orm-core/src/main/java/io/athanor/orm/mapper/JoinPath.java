package io.athanor.orm.mapper;

import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.SqlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a relationship find each other. Columns of the related object, and of the secondary table, are marked as
 * remote in the conditions, so that either side can be put in. Immutable.
 *
 * @since 0.1.0
 */
public final class JoinPath {
    private final Expression<Boolean> primary;
    private final @Nullable Expression<Boolean> onward;
    private final @Nullable Table secondary;
    private final List<ColumnPair> pairs;
    private final List<ColumnPair> onwardPairs;

    JoinPath(
            Expression<Boolean> primary,
            List<ColumnPair> pairs,
            @Nullable Table secondary,
            @Nullable Expression<Boolean> onward,
            List<ColumnPair> onwardPairs) {
        this.primary = primary;
        this.onward = onward;
        this.secondary = secondary;
        this.pairs = List.copyOf(pairs);
        this.onwardPairs = List.copyOf(onwardPairs);
    }

    /**
     * What stands for a column in a condition.
     *
     * @since 0.1.0
     */
    @FunctionalInterface
    public interface Side extends Function<Column<?>, Expression<?>> {}

    /**
     * Return the secondary table.
     *
     * @return the table, or {@code null} if the rows refer to each other directly
     */
    public @Nullable Table secondary() {
        return secondary;
    }

    /**
     * Return what keeps foreign keys right: the key's column and the column that refers to it.
     *
     * @return the pairs; with a secondary table, those of the object itself
     */
    public List<ColumnPair> pairs() {
        return pairs;
    }

    /**
     * Return the pairs of the related object and the secondary table.
     *
     * @return the pairs, none without a secondary table
     */
    public List<ColumnPair> onwardPairs() {
        return onwardPairs;
    }

    /**
     * Return the condition between the object and the related object, or between the object and the secondary table.
     *
     * @param local stands for the columns of the object
     * @param remote stands for the columns of the related object and of the secondary table
     * @return the condition
     */
    public Expression<Boolean> primary(Side local, Side remote) {
        return put(primary, local, remote);
    }

    /**
     * Return the condition between the secondary table and the related object.
     *
     * @param related stands for the columns of the related object
     * @param secondarySide stands for the columns of the secondary table
     * @return the condition, or {@code null} without a secondary table
     */
    public @Nullable Expression<Boolean> onward(Side related, Side secondarySide) {
        return onward == null ? null : put(onward, related, secondarySide);
    }

    @SuppressWarnings("unchecked") // a condition with other columns is one
    private static Expression<Boolean> put(Expression<Boolean> condition, Side local, Side remote) {
        return (Expression<Boolean>) replace(condition, local, remote);
    }

    private static SqlNode replace(SqlNode node, Side local, Side remote) {
        if (node instanceof JoinMark<?> mark && mark.expression() instanceof Column<?> column) {
            return (mark.isRemote() ? remote : local).apply(column);
        } else if (node instanceof Column<?> column) {
            return local.apply(column);
        }
        List<SqlNode> children = new ArrayList<>();
        boolean isChanged = false;
        for (SqlNode child : node.children()) {
            SqlNode replaced = replace(child, local, remote);
            isChanged |= replaced != child;
            children.add(replaced);
        }
        return isChanged ? node.withChildren(children) : node;
    }

    /**
     * Return the object's own columns in the condition, those whose values a lazy load binds.
     *
     * @return the columns in the order of the condition
     */
    public Set<Column<?>> localColumns() {
        Set<Column<?>> found = new LinkedHashSet<>();
        collect(primary, false, found);
        return Collections.unmodifiableSet(found);
    }

    /**
     * Return the columns on the other side of the primary condition: of the related object, or of the secondary table.
     *
     * @return the columns in the order of the condition
     */
    public Set<Column<?>> remoteColumns() {
        Set<Column<?>> found = new LinkedHashSet<>();
        collect(primary, true, found);
        return Collections.unmodifiableSet(found);
    }

    private static void collect(SqlNode node, boolean isRemote, Set<Column<?>> found) {
        if (node instanceof JoinMark<?> mark && mark.expression() instanceof Column<?> column) {
            if (mark.isRemote() == isRemote) {
                found.add(column);
            }
        } else if (node instanceof Column<?> column) {
            if (!isRemote) {
                found.add(column);
            }
        } else {
            node.children().forEach(child -> collect(child, isRemote, found));
        }
    }
}
