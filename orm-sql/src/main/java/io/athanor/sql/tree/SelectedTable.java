package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A derived table made of something that has columns: a table, a statement, another derived table. Equal only to itself.
 *
 * @since 0.1.0
 */
public abstract class SelectedTable implements DerivedTable {
    private final SqlNode element;
    private final @Nullable String name;

    SelectedTable(SqlNode element, @Nullable String name) {
        this.element = element;
        this.name = name;
    }

    /**
     * Return what stands under the name.
     *
     * @return a {@link NamedTable}, a {@link RowStatement}, a {@link Cte} or {@link Values}
     */
    public final SqlNode element() {
        return element;
    }

    /**
     * Return the statement whose rows this has.
     *
     * @return the statement, that of the common table expression if this is an alias of one, or {@code null} if there is none
     */
    public final @Nullable SelectStatement<?> statement() {
        if (element instanceof SelectedTable inner) {
            return inner.statement();
        }
        return element instanceof SelectStatement<?> select ? select : null;
    }

    @Override
    public final String name() {
        return name == null ? "" : name;
    }

    final @Nullable String nameOrNull() {
        return name;
    }

    private List<? extends SqlNode> selected() {
        if (element instanceof NamedTable table) {
            return table.columns();
        } else if (element instanceof SelectedTable inner) {
            return inner.selected();
        } else if (element instanceof DerivedTable derived) {
            return derived.allColumns();
        } else if (element instanceof SelectStatement<?> select) {
            return select.selected();
        }
        return ((RowStatement<?>) element).shapeOfRows().selected();
    }

    @Override
    public final List<NamedColumn<?>> allColumns() {
        List<NamedColumn<?>> columns = new ArrayList<>();
        for (SqlNode node : selected()) {
            if (!(node instanceof Expression<?> expression)) {
                throw new ArgumentException(
                        "[%s] selects [%s], whose columns only a Registry knows; ask column(…) for the one that is meant"
                                .formatted(description(), node));
            }
            columns.add(new DerivedColumn<>(this, expression));
        }
        return columns;
    }

    @Override
    public final <T> NamedColumn<T> column(Expression<T> selected) {
        List<? extends SqlNode> columns = selected();
        if (columns.contains(selected)) {
            return new DerivedColumn<>(this, selected);
        }
        if (selected instanceof DerivedColumn<T> derived && derived.table() == element) {
            return new DerivedColumn<>(this, derived.typed(), derived.origin());
        }
        throw new ArgumentException("[%s] does not select [%s]; it has %s"
                .formatted(description(), Operations.nameOf(selected), names(columns)));
    }

    @Override
    public final <T> NamedColumn<T> column(String column, SqlType<T> type) {
        List<? extends SqlNode> columns = selected();
        for (SqlNode node : columns) {
            if (node instanceof Expression<?> expression
                    && Operations.nameOf(node).equals(column)) {
                return new DerivedColumn<>(this, expression.typeCoerce(type), expression);
            }
        }
        throw new ArgumentException(
                "[%s] has no column [%s]; it has %s".formatted(description(), column, names(columns)));
    }

    private String description() {
        return name == null ? "Subquery" : name;
    }

    private static List<String> names(List<? extends SqlNode> columns) {
        return columns.stream().map(Operations::nameOf).toList();
    }

    @Override
    public Object nodeIdentity() {
        return this;
    }

    @Override
    public List<SqlNode> children() {
        return List.of(element);
    }

    @Override
    public Object shape() {
        return name();
    }
}
