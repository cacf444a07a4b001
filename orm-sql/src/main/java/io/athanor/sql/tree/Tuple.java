package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.StorageKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Several expressions as one row value, {@code (a, b)}. Compares with other tuples, with rows of a query and with lists of
 * values.
 *
 * @param expressions at least one
 * @since 0.1.0
 */
public record Tuple(List<Expression<?>> expressions) implements Expression<Row> {
    private static final SqlType<Row> TYPE = new RowType();

    private record RowType() implements SqlType<Row> {
        @Override
        public Class<Row> javaType() {
            return Row.class;
        }

        @Override
        public StorageKind kind() {
            return StorageKind.OTHER;
        }
    }

    /**
     * {@code IN} a list of rows of values. Each value is bound; the list may be empty.
     *
     * @param rows the rows, each with one value per expression; copied
     * @return the condition
     * @throws ArgumentException if a row has another number of values
     */
    public Condition inRows(Collection<? extends List<?>> rows) {
        return new Comparison(Operator.IN, this, bound(rows), null);
    }

    /**
     * {@code NOT IN} a list of rows of values. Each value is bound; the list may be empty.
     *
     * @param rows the rows, each with one value per expression; copied
     * @return the condition
     * @throws ArgumentException if a row has another number of values
     */
    public Condition notInRows(Collection<? extends List<?>> rows) {
        return new Comparison(Operator.NOT_IN, this, bound(rows), null);
    }

    @Override
    public Condition in(Collection<? extends Row> rows) {
        return inRows(lists(rows));
    }

    @Override
    public Condition notIn(Collection<? extends Row> rows) {
        return notInRows(lists(rows));
    }

    private static List<List<?>> lists(Collection<? extends Row> rows) {
        List<List<?>> lists = new ArrayList<>();
        for (Row row : rows) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                values.add(row.get(i));
            }
            lists.add(values);
        }
        return lists;
    }

    private BindRows bound(Collection<? extends List<?>> rows) {
        List<List<?>> copy = new ArrayList<>();
        for (List<?> row : rows) {
            if (row.size() != expressions.size()) {
                throw new ArgumentException("A tuple of [%d] expressions was compared with [%d] values; give as many"
                        .formatted(expressions.size(), row.size()));
            }
            copy.add(new ArrayList<>(row));
        }
        List<SqlType<?>> types = new ArrayList<>();
        expressions.forEach(each -> types.add(each.type()));
        return new BindRows(copy, List.copyOf(types));
    }

    @Override
    public SqlType<Row> type() {
        return TYPE;
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitTuple(this);
    }

    @Override
    public List<Expression<?>> children() {
        return expressions;
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return new Tuple(new Nodes(children).next(children.size()));
    }
}
