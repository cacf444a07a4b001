package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A list of rows as an element of FROM. Equal only to itself.
 *
 * @since 0.1.0
 */
public final class Values extends DeclaredTable {
    private final Map<String, SqlType<?>> types;
    private final List<List<Expression<?>>> rows;
    private final boolean isLiteral;

    private Values(@Nullable String name, Values same, boolean isLiteral, @Nullable Object origin) {
        super(name, origin);
        this.types = same.types;
        this.rows = same.rows;
        this.isLiteral = isLiteral;
    }

    private Values(@Nullable String name, Map<String, SqlType<?>> types, List<List<Expression<?>>> rows) {
        super(name, null);
        this.types = types;
        this.rows = rows;
        this.isLiteral = false;
    }

    private Values(Values same, List<List<Expression<?>>> rows) {
        super(same.nameOrNull(), same.nodeIdentity());
        this.types = same.types;
        this.rows = rows;
        this.isLiteral = same.isLiteral;
    }

    /**
     * Create a list of rows.
     *
     * @param name its name in FROM
     * @param spec states its columns, then its rows
     * @return the list
     * @throws ArgumentException if there is no column or no row, or a row does not fit the columns
     */
    public static Values of(String name, Consumer<ValuesSpec> spec) {
        ValuesSpec stated = new ValuesSpec();
        spec.accept(stated);
        if (stated.types.isEmpty() || stated.rows.isEmpty()) {
            throw new ArgumentException("Values [%s] has [%d] columns and [%d] rows; state at least one of each"
                    .formatted(name, stated.types.size(), stated.rows.size()));
        }
        return new Values(name, new LinkedHashMap<>(stated.types), List.copyOf(stated.rows));
    }

    /**
     * Create a list of rows that has no name, so that its columns stand without one; for a statement with nothing else in
     * FROM, on a database that names the columns by itself.
     *
     * @param spec states its columns, then its rows
     * @return the list
     * @throws ArgumentException if there is no column or no row, or a row does not fit the columns
     */
    public static Values of(Consumer<ValuesSpec> spec) {
        return of("", spec);
    }

    /**
     * Write the values into the SQL as literals, rather than bind them; refused when compiled for values of a class that has
     * no literal form. A statement with such a list is compiled for these values alone.
     *
     * @return a list of its own
     */
    public Values literals() {
        return new Values(nameOrNull(), this, true, null);
    }

    /**
     * Put the list into WITH under a name.
     *
     * @param name the name
     * @return the common table expression
     */
    public Cte cte(String name) {
        return Cte.of(this, name);
    }

    /**
     * Return the rows.
     *
     * @return one expression per column in each
     */
    public List<List<Expression<?>>> rows() {
        return rows;
    }

    /**
     * Return whether values are written as literals.
     *
     * @return whether they are
     */
    public boolean isLiteral() {
        return isLiteral;
    }

    @Override
    Map<String, SqlType<?>> types() {
        return types;
    }

    @Override
    public <T> NamedColumn<T> column(String column, SqlType<T> type) {
        SqlType<?> declared = types.get(column);
        if (declared == null || declared.javaType() != type.javaType()) {
            throw new ArgumentException("[%s] has no column [%s] of class [%s]; it has %s"
                    .formatted(name(), column, type.javaType().getName(), types));
        }
        return new DeclaredColumn<>(this, column, type);
    }

    @Override
    public Values as(String alias) {
        return new Values(alias, this, isLiteral, null);
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitValues(this);
    }

    @Override
    public List<SqlNode> children() {
        List<SqlNode> cells = new ArrayList<>();
        rows.forEach(cells::addAll);
        return cells;
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        List<List<Expression<?>>> replaced = new ArrayList<>();
        rows.forEach(row -> replaced.add(nodes.next(row.size())));
        return new Values(this, List.copyOf(replaced));
    }

    /** Literals are text, so they tell one statement from another. */
    @Override
    public Object shape() {
        List<@Nullable Object> values = new ArrayList<>();
        if (isLiteral) {
            children().forEach(cell -> values.add(cell instanceof Bind<?> bind ? bind.value() : null));
        }
        return Arrays.asList(name(), List.copyOf(types.keySet()), rows.size(), isLiteral, values);
    }
}
