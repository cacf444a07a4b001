package io.athanor.sql.compile;

import io.athanor.sql.compile.RowDefaults.RowValue;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.BindList;
import io.athanor.sql.tree.BindRows;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement compiled for one dialect, for all values. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class CompiledStatement {
    private final String text;
    private final List<Parameter> parameters;
    private final List<ResultColumn> columns;
    private final boolean returnsRows;
    private final boolean isExpanding;
    private final boolean hasNames;
    private final List<SqlType<?>> types;
    private final Map<Object, List<RowValue>> rows;
    private final StatementText.@Nullable Span row;
    private final boolean isStraight;

    CompiledStatement(StatementText written, List<ResultColumn> columns, boolean returnsRows, boolean hasNames) {
        this.text = written.toString();
        this.parameters = List.copyOf(written.parameters());
        this.columns = List.copyOf(columns);
        this.returnsRows = returnsRows;
        this.hasNames = hasNames;
        this.isExpanding = parameters.stream().anyMatch(p -> p.list() != null);
        List<SqlType<?>> all = new ArrayList<>();
        parameters.forEach(p -> all.addAll(p.types()));
        this.types = Collections.unmodifiableList(all);
        this.rows = written.rows();
        this.row = written.onlyRow();
        this.isStraight = !isExpanding && isStraight(parameters);
    }

    /** Whether each place takes the bind of its own number, so that values need no sorting. */
    private static boolean isStraight(List<Parameter> parameters) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).own() != null || parameters.get(i).index() != i) {
                return false;
            }
        }
        return true;
    }

    /**
     * Return the text. A list right of IN is not expanded in it.
     *
     * @return the SQL
     */
    public String sql() {
        return text;
    }

    /**
     * Return the type of each place for a value or a list of values.
     *
     * @return the types in the order of the text
     */
    public List<SqlType<?>> parameterTypes() {
        return types;
    }

    /**
     * Return whether a place takes the client-side default of a column that the statement does not set, made at each
     * execution.
     *
     * @param place the place, from 0
     * @return whether it does
     */
    public boolean isDefault(int place) {
        return place < parameters.size() && parameters.get(place).own() instanceof Bind<?> bind && bind.isSupplied();
    }

    /**
     * Return whether this is an INSERT of one row of bound values, so that its row may be written several times.
     *
     * @return whether {@link #sqlOfRows} can be asked
     */
    public boolean isRepeatable() {
        StatementText.Span span = row;
        return span != null
                && isStraight
                && !hasNames
                && !parameters.isEmpty()
                && parameters.get(0).offset() > span.start()
                && parameters.get(parameters.size() - 1).offset() < span.end();
    }

    /**
     * Return the text of an INSERT of several rows, whose values are those of the rows one after the other.
     *
     * @param count how many rows
     * @return the SQL
     * @throws ArgumentException if the statement is not repeatable
     */
    public String sqlOfRows(int count) {
        StatementText.Span span = row;
        if (span == null || !isRepeatable()) {
            throw new ArgumentException("The statement is no INSERT of one row of values, [%s]".formatted(text));
        }
        String one = text.substring(span.start(), span.end());
        StringBuilder sql = new StringBuilder(text.length() + (one.length() + 2) * count);
        sql.append(text, 0, span.start());
        for (int i = 0; i < count; i++) {
            sql.append(i == 0 ? "" : ", ").append(one);
        }
        return sql.append(text, span.end(), text.length()).toString();
    }

    /**
     * Return the columns of the result.
     *
     * @return the columns; none if they are not known before the statement runs, or if it yields no rows
     */
    public List<ResultColumn> columns() {
        return columns;
    }

    /**
     * Return whether the statement yields rows.
     *
     * @return whether it does
     */
    public boolean returnsRows() {
        return returnsRows;
    }

    /**
     * Give the statement the values of a tree of the same structure.
     *
     * @param binds the tree's binds, {@link StructureKey#binds}
     * @param named the values of named binds
     * @return what can be executed
     * @throws ArgumentException if a named bind has no value, or a name is not a bind of the statement
     */
    public BoundStatement bind(List<SqlNode> binds, Map<String, ?> named) {
        checkNames(binds, named);
        RowDefaults defaults = new RowDefaults(rows, index -> valueOf(binds.get(index), named));
        @Nullable Object[] values = new Object[parameters.size()];
        for (int i = 0; i < values.length; i++) {
            Parameter parameter = parameters.get(i);
            if (parameter.own() instanceof Bind<?> own && own.isSupplied()) {
                values[i] = defaults.valueOf(own);
            } else {
                values[i] = valueOf(parameter.own() == null ? binds.get(parameter.index()) : parameter.own(), named);
            }
        }
        return expand(values);
    }

    private static @Nullable Object valueOf(SqlNode node, Map<String, ?> named) {
        if (node instanceof BindRows rows) {
            return rows.rows();
        }
        String name = ownName(node);
        if (name != null && named.containsKey(name)) {
            return named.get(name);
        }
        if (node instanceof BindList<?> list) {
            return list.values();
        }
        Bind<?> bind = (Bind<?>) node;
        if (bind.isNamed()) {
            throw new ArgumentException(
                    "Bind [:%s] has no value; give it by bind(…) or params(…)".formatted(bind.name()));
        }
        return bind.value();
    }

    /** Only names that the user gave can be given values; those that columns lend to values cannot. */
    private static @Nullable String ownName(SqlNode node) {
        if (node instanceof Bind<?> bind) {
            return bind.hasOwnName() ? bind.name() : null;
        }
        return node instanceof BindList<?> list && list.hasOwnName() ? list.name() : null;
    }

    private static void checkNames(List<SqlNode> binds, Map<String, ?> named) {
        for (String name : named.keySet()) {
            if (binds.stream().noneMatch(node -> name.equals(ownName(node)))) {
                throw new ArgumentException("The statement has no bind [:%s]; correct the name".formatted(name));
            }
        }
    }

    /**
     * Give the statement values by position. For statements that are executed many times.
     *
     * @param values one value per bind of the tree, in the order of {@link StructureKey#binds}, a list for a list of
     *     values; the array may be kept, and must not be changed
     * @return what can be executed
     */
    public BoundStatement bindAll(@Nullable Object... values) {
        if (isStraight && values.length == parameters.size()) {
            return new BoundStatement(this, text, types, values);
        }
        RowDefaults defaults = new RowDefaults(rows, index -> values[index]);
        @Nullable Object[] ordered = new Object[parameters.size()];
        for (int i = 0; i < ordered.length; i++) {
            Parameter parameter = parameters.get(i);
            ordered[i] = parameter.own() instanceof Bind<?> own ? defaults.valueOf(own) : values[parameter.index()];
        }
        return expand(ordered);
    }

    private BoundStatement expand(@Nullable Object[] values) {
        return isExpanding
                ? new ListExpansion(text, hasNames).expand(this, parameters, values)
                : new BoundStatement(this, text, types, values);
    }
}
