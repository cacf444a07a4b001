package io.athanor.sql.compile;

import io.athanor.sql.error.CompileException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.tree.Alias;
import io.athanor.sql.tree.Assignment;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.DefaultValue;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FromClause;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.NamedTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which columns a change sets to what: those stated and those with a client-side default, in the order of the table. */
final class ChangedColumns {
    private final boolean hasDefaults;
    private final boolean usesSequences;

    ChangedColumns(boolean hasDefaults, boolean usesSequences) {
        this.hasDefaults = hasDefaults;
        this.usesSequences = usesSequences;
    }

    /** The columns of what is changed, in order. */
    static List<NamedColumn<?>> of(FromClause table) {
        List<NamedColumn<?>> columns = new ArrayList<>();
        if (table instanceof NamedTable named) {
            columns.addAll(named.columns());
        } else if (table instanceof Alias alias && alias.element() instanceof NamedTable named) {
            named.columns().forEach(column -> columns.add(alias.column(column)));
        }
        return columns;
    }

    static void requireOf(FromClause table, NamedColumn<?> column) {
        if (!column.table().equals(table)) {
            throw new CompileException(
                    "Column [%s] belongs to [%s], not to [%s], which is changed; set one of its columns %s"
                            .formatted(
                                    column.name(),
                                    FromFinder.nameOf(column.table()),
                                    FromFinder.nameOf(table),
                                    of(table).stream().map(NamedColumn::name).toList()));
        }
    }

    List<Assignment> inserted(NamedTable table, List<Assignment> stated) {
        stated.forEach(each -> requireOf(table, each.column()));
        return all(table, stated, true);
    }

    /** The columns of one table, in its order. */
    List<Assignment> updated(FromClause table, List<Assignment> stated) {
        return all(table, stated, false);
    }

    /** The columns as stated, then the defaults. */
    List<Assignment> updatedAsStated(FromClause table, List<Assignment> stated) {
        List<Assignment> all = new ArrayList<>(stated);
        all.addAll(defaults(table, columnsOf(stated), false));
        return all;
    }

    private List<Assignment> all(FromClause table, List<Assignment> stated, boolean isInsert) {
        List<Assignment> all = new ArrayList<>(stated);
        all.addAll(defaults(table, columnsOf(stated), isInsert));
        return inOrder(table, all);
    }

    static List<Assignment> inOrder(FromClause table, List<Assignment> assignments) {
        List<NamedColumn<?>> order = of(table);
        List<Assignment> sorted = new ArrayList<>(assignments);
        sorted.sort(Comparator.comparingInt(each -> {
            int index = order.indexOf(each.column());
            return index < 0 ? order.size() : index;
        }));
        return sorted;
    }

    private static List<NamedColumn<?>> columnsOf(List<Assignment> assignments) {
        List<NamedColumn<?>> columns = new ArrayList<>();
        assignments.forEach(each -> columns.add(each.column()));
        return columns;
    }

    /** What columns get that are not stated. */
    List<Assignment> defaults(FromClause table, List<NamedColumn<?>> stated, boolean isInsert) {
        List<Assignment> defaults = new ArrayList<>();
        if (hasDefaults) {
            for (NamedColumn<?> column : of(table)) {
                if (!stated.contains(column)) {
                    addDefault(column, isInsert, defaults);
                }
            }
        }
        return defaults;
    }

    private <T> void addDefault(NamedColumn<T> column, boolean isInsert, List<Assignment> all) {
        Expression<? extends T> expression = isInsert ? column.insertExpression() : column.updateExpression();
        DefaultValue<? extends T> supplier = isInsert ? column.insertDefault() : column.updateDefault();
        if (expression != null) {
            all.add(new Assignment(column, expression));
        } else if (supplier != null) {
            all.add(new Assignment(column, Bind.defaulted(column.name(), supplier, column.type())));
        } else if (isInsert && usesSequences && column instanceof Column<?> declared && declared.sequence() != null) {
            all.add(new Assignment(column, declared.sequence().nextValue()));
        }
    }
}
