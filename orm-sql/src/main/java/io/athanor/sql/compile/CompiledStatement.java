package io.athanor.sql.compile;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.BindList;
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
    private final String emptySet;
    private final List<SqlType<?>> types;

    CompiledStatement(
            String text, List<Parameter> parameters, List<ResultColumn> columns, boolean returnsRows, String emptySet) {
        this.text = text;
        this.parameters = List.copyOf(parameters);
        this.columns = List.copyOf(columns);
        this.returnsRows = returnsRows;
        this.emptySet = emptySet;
        this.isExpanding = parameters.stream().anyMatch(Parameter::isList);
        List<SqlType<?>> all = new ArrayList<>();
        parameters.forEach(p -> all.add(p.type()));
        this.types = Collections.unmodifiableList(all);
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
        @Nullable Object[] values = new Object[parameters.size()];
        for (int i = 0; i < values.length; i++) {
            Parameter parameter = parameters.get(i);
            SqlNode bind = parameter.bindIn(binds);
            values[i] = bind instanceof BindList<?> list ? list.values() : valueOf((Bind<?>) bind, named);
        }
        return expand(values);
    }

    private static @Nullable Object valueOf(Bind<?> bind, Map<String, ?> named) {
        if (named.containsKey(bind.name())) {
            return named.get(bind.name());
        }
        if (bind.isNamed()) {
            throw new ArgumentException(
                    "Bind [:%s] has no value; give it by bind(…) or params(…)".formatted(bind.name()));
        }
        return bind.value();
    }

    private static void checkNames(List<SqlNode> binds, Map<String, ?> named) {
        for (String name : named.keySet()) {
            if (binds.stream()
                    .noneMatch(
                            node -> node instanceof Bind<?> bind && bind.name().equals(name))) {
                throw new ArgumentException("The statement has no bind [:%s]; correct the name".formatted(name));
            }
        }
    }

    /**
     * Give the statement values by position. For statements that hold no list of values and are executed many times.
     *
     * @param values one value per bind of the tree, in the order of {@link StructureKey#binds}
     * @return what can be executed
     */
    public BoundStatement bindAll(@Nullable Object... values) {
        @Nullable Object[] ordered = new Object[parameters.size()];
        for (int i = 0; i < ordered.length; i++) {
            Parameter parameter = parameters.get(i);
            ordered[i] = parameter.own() instanceof Bind<?> own ? own.value() : values[parameter.index()];
        }
        return expand(ordered);
    }

    private BoundStatement expand(@Nullable Object[] values) {
        if (!isExpanding) {
            return new BoundStatement(this, text, types, values);
        }
        StringBuilder sql = new StringBuilder(text.length() + 3 * values.length);
        List<SqlType<?>> expandedTypes = new ArrayList<>();
        List<@Nullable Object> expandedValues = new ArrayList<>();
        int end = 0;
        for (int i = 0; i < values.length; i++) {
            Parameter parameter = parameters.get(i);
            if (parameter.isList()) {
                List<?> list = (List<?>) java.util.Objects.requireNonNull(values[i]);
                sql.append(text, end, parameter.offset());
                end = parameter.offset();
                sql.append(list.isEmpty() ? emptySet : String.join(", ", Collections.nCopies(list.size(), "?")));
                list.forEach(value -> expandedTypes.add(parameter.type()));
                expandedValues.addAll(list);
            } else {
                expandedTypes.add(parameter.type());
                expandedValues.add(values[i]);
            }
        }
        sql.append(text, end, text.length());
        return new BoundStatement(this, sql.toString(), expandedTypes, expandedValues.toArray());
    }
}
