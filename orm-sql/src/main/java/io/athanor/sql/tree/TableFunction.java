package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function as an element of FROM: a table function. Equal only to itself. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class TableFunction implements DerivedTable {
    private final FunctionCall<?> call;
    private final List<String> columns;
    private final @Nullable String name;
    private final boolean hasOrdinality;
    private final boolean isDerived;

    private TableFunction(
            FunctionCall<?> call,
            List<String> columns,
            @Nullable String name,
            boolean hasOrdinality,
            boolean isDerived) {
        this.call = call;
        this.columns = columns;
        this.name = name;
        this.hasOrdinality = hasOrdinality;
        this.isDerived = isDerived;
    }

    static TableFunction of(FunctionCall<?> call, List<String> columns) {
        return new TableFunction(call, columns, null, false, false);
    }

    /**
     * Number the rows in one more column, {@code WITH ORDINALITY}.
     *
     * @param column the name of that column
     * @return a FROM element of its own
     */
    public TableFunction withOrdinality(String column) {
        List<String> more = new ArrayList<>(columns);
        more.add(column);
        return new TableFunction(call, List.copyOf(more), name, true, isDerived);
    }

    /**
     * Write the names of the columns behind the alias, {@code AS x(a, b)}.
     *
     * @return a FROM element of its own
     */
    public TableFunction renderDerived() {
        return new TableFunction(call, columns, name, hasOrdinality, true);
    }

    @Override
    public TableFunction as(String alias) {
        return new TableFunction(call, columns, alias, hasOrdinality, isDerived);
    }

    /**
     * Return the single value of each row, which is called as the whole element.
     *
     * @param type the type to read it as
     * @param <T> its Java type
     * @return the column
     */
    public <T> NamedColumn<T> value(SqlType<T> type) {
        return new TableFunctionColumn<>(this, "", type);
    }

    @Override
    public <T> NamedColumn<T> column(Expression<T> selected) {
        return column(Operations.nameOf(selected), selected.type());
    }

    @Override
    public <T> NamedColumn<T> column(String column, SqlType<T> type) {
        if (!columns.isEmpty() && !columns.contains(column)) {
            throw new ArgumentException(
                    "Table function [%s] has no column [%s]; it has %s".formatted(call, column, columns));
        }
        return new TableFunctionColumn<>(this, column, type);
    }

    /**
     * Return the call.
     *
     * @return the function
     */
    public FunctionCall<?> call() {
        return call;
    }

    /**
     * Return the names of the columns.
     *
     * @return the names, perhaps none
     */
    public List<String> columns() {
        return columns;
    }

    /**
     * Return whether the last column numbers the rows.
     *
     * @return whether there is WITH ORDINALITY
     */
    public boolean hasOrdinality() {
        return hasOrdinality;
    }

    /**
     * Return whether the names of the columns are written behind the alias.
     *
     * @return whether they are
     */
    public boolean isDerived() {
        return isDerived;
    }

    /** What a column holds is known to the database only. */
    @Override
    public List<NamedColumn<?>> allColumns() {
        List<NamedColumn<?>> all = new ArrayList<>();
        columns.forEach(column -> all.add(new TableFunctionColumn<>(this, column, SqlTypes.OTHER)));
        return all;
    }

    @Override
    public Object nodeIdentity() {
        return this;
    }

    @Override
    public String name() {
        return name == null ? "" : name;
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitTableFunction(this);
    }

    @Override
    public List<SqlNode> children() {
        return List.of(call);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return new TableFunction(new Nodes(children).next(), columns, name, hasOrdinality, isDerived);
    }

    @Override
    public Object shape() {
        return Arrays.asList(name, columns, hasOrdinality, isDerived);
    }
}
