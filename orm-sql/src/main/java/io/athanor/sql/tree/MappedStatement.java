package io.athanor.sql.tree;

import java.util.List;

/**
 * A statement whose rows are made into something else.
 *
 * @param statement the statement
 * @param shapeOfRows what the rows become
 * @param <T> what each row yields
 * @since 0.1.0
 */
public record MappedStatement<T>(RowStatement<?> statement, RowShape<T> shapeOfRows) implements RowStatement<T> {
    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitMapped(this);
    }

    @Override
    public List<SqlNode> children() {
        return List.of(statement);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return new MappedStatement<>(new Nodes(children).next(), shapeOfRows);
    }
}
