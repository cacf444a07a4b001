package io.athanor.sql.compile;

import io.athanor.sql.tree.BareColumn;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Label;
import io.athanor.sql.tree.LabelStyle;
import io.athanor.sql.tree.LiteralColumn;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.StandardFunction;
import io.athanor.sql.tree.TypeCoercion;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides what each column of one select list is called. */
final class ColumnLabels {
    /**
     * What a selected expression is called.
     *
     * @param key the name that a row knows it by
     * @param label what is written behind AS, or {@code null} to write nothing
     */
    record ColumnLabel(String key, @Nullable String label) {}

    private final LabelStyle style;
    private final Names names;
    private final Function<NamedColumn<?>, String> tableNames;
    private final Set<String> used = new HashSet<>();
    private final Map<String, Integer> repeats = new HashMap<>();
    private final Set<NamedColumn<?>> seen = new HashSet<>();

    ColumnLabels(LabelStyle style, Names names, Function<NamedColumn<?>, String> tableNames) {
        this.style = style;
        this.names = names;
        this.tableNames = tableNames;
    }

    ColumnLabel next(Expression<?> expression) {
        if (expression instanceof Label<?> label) {
            used.add(label.name());
            return new ColumnLabel(label.name(), label.name());
        }
        if (expression instanceof NamedColumn<?> column) {
            return style == LabelStyle.TABLE_COLUMN ? qualified(column) : distinguished(column);
        }
        if (expression instanceof TypeCoercion<?> coerced) {
            return next(coerced.operand());
        }
        if (expression instanceof LiteralColumn<?> literal) {
            return new ColumnLabel(literal.sql(), null);
        }
        if (expression instanceof BareColumn<?> column) {
            return new ColumnLabel(column.name(), null);
        }
        boolean isCall = expression instanceof StandardFunction<?> function && function.isPlain();
        String beginning = isCall ? ((StandardFunction<?>) expression).simpleName() : "anon";
        String name = names.of(expression, beginning);
        return new ColumnLabel(name, name);
    }

    private ColumnLabel qualified(NamedColumn<?> column) {
        return new ColumnLabel(column.name(), tableNames.apply(column) + "_" + column.name());
    }

    private ColumnLabel distinguished(NamedColumn<?> column) {
        if (used.add(column.name())) {
            seen.add(column);
            return new ColumnLabel(column.name(), null);
        }
        // A column that is selected again is told apart from another one of the same name, as in SQLAlchemy.
        String beginning = seen.add(column) ? column.name() + "_" : column.name() + "__";
        String name = beginning + repeats.merge(beginning, 1, Integer::sum);
        return new ColumnLabel(column.name(), name);
    }
}
