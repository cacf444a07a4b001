package io.athanor.orm.mapper;

import io.athanor.orm.mapping.MappingException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Comparison;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.ForeignKeyPair;
import io.athanor.sql.tree.Logical;
import io.athanor.sql.tree.Operator;
import io.athanor.sql.tree.SqlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A condition between two tables in which every column is marked: whether it refers to the other, whether it is remote. */
record JoinMarks(Expression<Boolean> condition) {
    /** The condition of a foreign key: each referred column equals the referring one. */
    static JoinMarks of(ForeignKeyPair key) {
        List<Expression<Boolean>> parts = new ArrayList<>();
        for (int i = 0; i < key.referred().size(); i++) {
            parts.add(equal((Column<?>) key.referred().get(i), (Column<?>)
                    key.referring().get(i)));
        }
        return new JoinMarks(Logical.and(parts));
    }

    /** The two columns of a foreign key hold the same values, whatever their declared types. */
    @SuppressWarnings("unchecked")
    private static <T> Expression<Boolean> equal(Column<T> referred, Column<?> referring) {
        return new JoinMark<>(referred, false, false).eq(new JoinMark<>((Column<T>) referring, true, false));
    }

    /** A stated condition; what is not marked as foreign is so if a foreign key, or the stated ones, say it. */
    static JoinMarks of(
            Expression<Boolean> condition, MapperLookup lookup, MappedRelationship relationship, List<String> foreign) {
        SqlNode resolved = new SymbolResolver(lookup, relationship).resolve(condition);
        boolean isMarked = hasForeign(resolved);
        SqlNode marked = mark(resolved, mark -> {
            boolean isStated = foreign.contains(ForeignKeyJoin.name((Column<?>) mark.expression()));
            return foreign.isEmpty() ? mark : new JoinMark<>(mark.expression(), isStated, mark.isRemote());
        });
        JoinMarks marks = new JoinMarks(asCondition(marked));
        return isMarked || !foreign.isEmpty() ? marks : marks.withForeignKeys();
    }

    private static boolean hasForeign(SqlNode node) {
        return node instanceof JoinMark<?> mark && mark.isForeign()
                || node.children().stream().anyMatch(JoinMarks::hasForeign);
    }

    /** Of two columns that are compared, one may refer to the other. */
    private JoinMarks withForeignKeys() {
        return new JoinMarks(asCondition(replaceComparisons(condition)));
    }

    private static SqlNode replaceComparisons(SqlNode node) {
        if (node instanceof Comparison operation
                && operation.left() instanceof JoinMark<?> left
                && operation.right() instanceof JoinMark<?> right) {
            Column<?> one = (Column<?>) left.expression();
            Column<?> other = (Column<?>) right.expression();
            return node.withChildren(List.of(
                    new JoinMark<>(one, refers(one, other), left.isRemote()),
                    new JoinMark<>(other, refers(other, one), right.isRemote())));
        }
        return rebuilt(node, JoinMarks::replaceComparisons);
    }

    private static boolean refers(Column<?> from, Column<?> to) {
        for (ForeignKeyPair key : ((Table) from.table()).foreignKeysTo((Table) to.table())) {
            int index = key.referring().indexOf(from);
            if (index >= 0 && key.referred().get(index) == to) {
                return true;
            }
        }
        return false;
    }

    /** Tell the sides: by what was stated, by the table, and in one table by the key that refers. */
    JoinMarks withRemote(Table own, Table other, Set<Column<?>> remote) {
        boolean isStated = isRemoteMarked(condition);
        if (isStated && remote.isEmpty()) {
            return this;
        }
        return new JoinMarks(asCondition(mark(condition, mark -> {
            Column<?> column = (Column<?>) mark.expression();
            boolean isRemote = remote.isEmpty()
                    ? own == other ? mark.isForeign() : column.table() == other
                    : remote.contains(column);
            return new JoinMark<>(mark.expression(), mark.isForeign(), isRemote);
        })));
    }

    JoinMarks withRemoteTable(Table secondary) {
        return new JoinMarks(asCondition(mark(
                condition,
                mark -> new JoinMark<>(
                        mark.expression(), mark.isForeign(), ((Column<?>) mark.expression()).table() == secondary))));
    }

    private static boolean isRemoteMarked(SqlNode node) {
        return node instanceof JoinMark<?> mark && mark.isRemote()
                || node.children().stream().anyMatch(JoinMarks::isRemoteMarked);
    }

    /** What is written when rows are related: the pairs of a key and what refers to it that must be equal. */
    List<ColumnPair> pairs(MappedRelationship relationship) {
        List<ColumnPair> pairs = new ArrayList<>();
        collectPairs(condition, pairs);
        if (pairs.isEmpty()) {
            throw new MappingException(
                    "Relationship [%s] joins on a condition in which no column is compared with one that refers to it; add a foreign key, or mark the referring column by foreign(…)"
                            .formatted(relationship));
        }
        return pairs;
    }

    private static void collectPairs(SqlNode node, List<ColumnPair> pairs) {
        if (node instanceof Comparison operation
                && operation.operator() == Operator.EQ
                && operation.left() instanceof JoinMark<?> left
                && operation.right() instanceof JoinMark<?> right) {
            Column<?> one = (Column<?>) left.expression();
            Column<?> other = (Column<?>) right.expression();
            if (right.isForeign()) {
                pairs.add(new ColumnPair(one, other));
            } else if (left.isForeign()) {
                pairs.add(new ColumnPair(other, one));
            }
        } else {
            node.children().forEach(child -> collectPairs(child, pairs));
        }
    }

    /** Change every mark; a column that has none gets one first. */
    private static SqlNode mark(SqlNode node, UnaryOperator<JoinMark<?>> change) {
        if (node instanceof JoinMark<?> mark) {
            return change.apply(mark);
        } else if (node instanceof Column<?> column) {
            return change.apply(new JoinMark<>(column, false, false));
        }
        return rebuilt(node, child -> mark(child, change));
    }

    private static SqlNode rebuilt(SqlNode node, UnaryOperator<SqlNode> change) {
        List<SqlNode> children = new ArrayList<>();
        boolean isChanged = false;
        for (SqlNode child : node.children()) {
            SqlNode changed = change.apply(child);
            isChanged |= changed != child;
            children.add(changed);
        }
        return isChanged ? node.withChildren(children) : node;
    }

    @SuppressWarnings("unchecked") // a condition with marks is one
    private static Expression<Boolean> asCondition(SqlNode node) {
        return (Expression<Boolean>) node;
    }
}
