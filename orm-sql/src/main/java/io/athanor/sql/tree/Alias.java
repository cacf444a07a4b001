package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table or a subquery under a name of its own. Equal only to itself: two aliases of one table are two FROM elements.
 *
 * @since 0.1.0
 */
public final class Alias implements DerivedTable {
    private final SqlNode element;
    private final @Nullable String name;

    /**
     * Create an alias.
     *
     * @param element a table or a {@link SelectStatement}
     * @param name the name, or {@code null} to generate one when a statement is compiled
     */
    public Alias(SqlNode element, @Nullable String name) {
        if (!(element instanceof NamedTable) && !(element instanceof SelectStatement<?>)) {
            throw new ArgumentException("An alias was given [%s]; it takes a table or a subquery"
                    .formatted(element.getClass().getSimpleName()));
        }
        this.element = element;
        this.name = name;
    }

    /**
     * Return what stands under the name.
     *
     * @return a {@link NamedTable} or a {@link SelectStatement}
     */
    public SqlNode element() {
        return element;
    }

    /**
     * Return whether the name is generated when a statement is compiled.
     *
     * @return whether it is
     */
    public boolean isAnonymous() {
        return name == null;
    }

    @Override
    public String name() {
        return name == null ? "" : name;
    }

    @Override
    public DerivedTable as(String alias) {
        return new Alias(element, alias);
    }

    @Override
    public <T> NamedColumn<T> column(Expression<T> selected) {
        List<? extends SqlNode> columns =
                element instanceof NamedTable table ? table.columns() : ((SelectStatement<?>) element).selected();
        if (!columns.contains(selected)) {
            throw new ArgumentException("[%s] does not select [%s]; it has %s"
                    .formatted(name == null ? "Subquery" : name, Operations.nameOf(selected), names(columns)));
        }
        return new DerivedColumn<>(this, selected);
    }

    @Override
    public <T> NamedColumn<T> column(String column, SqlType<T> type) {
        List<? extends SqlNode> columns =
                element instanceof NamedTable table ? table.columns() : ((SelectStatement<?>) element).selected();
        for (SqlNode node : columns) {
            if (node instanceof Expression<?> expression
                    && Operations.nameOf(node).equals(column)) {
                return new DerivedColumn<>(this, expression.typeCoerce(type), expression);
            }
        }
        throw new ArgumentException("[%s] has no column [%s]; it has %s"
                .formatted(name == null ? "Subquery" : name, column, names(columns)));
    }

    private static List<String> names(List<? extends SqlNode> columns) {
        return columns.stream().map(Operations::nameOf).toList();
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitAlias(this);
    }

    @Override
    public List<SqlNode> children() {
        return List.of(element);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return new Alias(children.get(0), name);
    }

    @Override
    public Object shape() {
        return name();
    }
}
