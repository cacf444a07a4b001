package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;

/**
 * A column of a subquery or of a table under an alias. Equal by what it belongs to and what it stands for.
 *
 * @param table what it belongs to
 * @param typed gives the type
 * @param origin what was selected there
 * @param <T> the Java type of its values
 * @since 0.1.0
 */
public record DerivedColumn<T>(SelectedTable table, Expression<T> typed, Expression<?> origin)
        implements NamedColumn<T> {
    DerivedColumn(SelectedTable table, Expression<T> origin) {
        this(table, origin, origin);
    }

    @Override
    public String name() {
        return Operations.nameOf(origin);
    }

    @Override
    public SqlType<T> type() {
        return typed.type();
    }

    @Override
    public java.util.List<SqlNode> children() {
        return java.util.List.of(table, typed, origin);
    }

    @Override
    public SqlNode withChildren(java.util.List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new DerivedColumn<T>(nodes.next(), nodes.next(), nodes.next());
    }

    @Override
    public Object shape() {
        return Shape.PLAIN;
    }
}
