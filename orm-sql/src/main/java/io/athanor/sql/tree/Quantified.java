package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The right side of a comparison with any or all of the rows of a subquery or the elements of an array.
 *
 * @param isAll whether the comparison must hold for all of them; else for any
 * @param source a query of one column, or an array
 * @param elementType the type of the array's elements, or {@code null} for a query
 * @param <T> the Java type of that column or of the elements
 * @since 0.1.0
 */
public record Quantified<T>(
        boolean isAll, SqlNode source, @Nullable SqlType<T> elementType) implements Expression<T> {
    /**
     * Create the right side of a comparison with the rows of a subquery.
     *
     * @param isAll whether the comparison must hold for all of them; else for any
     * @param select a query of one column
     */
    public Quantified(boolean isAll, SelectStatement<T> select) {
        this(isAll, select, null);
    }

    @Override
    @SuppressWarnings("unchecked") // without a type of elements the source is a statement of T
    public SqlType<T> type() {
        return elementType != null ? elementType : Operations.onlyType((SelectStatement<T>) source);
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitQuantified(this);
    }

    @Override
    public List<SqlNode> children() {
        return List.of(source);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return new Quantified<T>(isAll, new Nodes(children).next(), elementType);
    }

    @Override
    public Object shape() {
        return isAll;
    }
}
