package io.athanor.sql.compile;

import io.athanor.sql.compile.ColumnLabels.Planned;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FromClause;
import io.athanor.sql.tree.Label;
import io.athanor.sql.tree.LabelReference;
import io.athanor.sql.tree.LabeledExpression;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.NamedTable;
import io.athanor.sql.tree.Operator;
import io.athanor.sql.tree.Orderable;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SelectStatement;
import io.athanor.sql.tree.SetOperation;
import io.athanor.sql.tree.SortKey;
import io.athanor.sql.tree.SqlNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes GROUP BY and ORDER BY, which may name what is selected. */
abstract class OrderCompiler extends LimitCompiler {
    /** What is being written stands in a select list, where labels cannot be used. */
    boolean isInColumns;

    OrderCompiler(CompilerSettings settings, StatementText out) {
        super(settings, out);
    }

    final void groupBy(List<SqlNode> groupings) {
        if (!groupings.isEmpty()) {
            out.append(" GROUP BY ");
            groupings(groupings);
        }
    }

    final void groupings(List<? extends SqlNode> groupings) {
        String before = "";
        for (SqlNode grouping : groupings) {
            out.append(before);
            if (!isReferredTo(grouping)) {
                write(grouping);
            }
            before = ", ";
        }
    }

    /**
     * Return how an expression with bound values is written that is grouped by, or that groups are ordered by, and selected.
     *
     * @return how
     */
    protected SelectedAgain selectedAgain() {
        return SelectedAgain.EXPRESSION;
    }

    /** Write what stands for an expression that the database does not know again; false if it is to be written itself. */
    private boolean isReferredTo(SqlNode node) {
        Scope scope = scopes.peek();
        if (selectedAgain() == SelectedAgain.EXPRESSION
                || isInColumns
                || scope == null
                || !(scope.statement() instanceof Select<?> select)
                || !select.isDistinct() && select.groupings().isEmpty()) {
            return false;
        }
        List<Planned> plan = plan(select);
        int index = SelectedPlaces.of(node, plan);
        String label = index < 0 ? null : plan.get(index).label(true, hasNativeBoolean());
        if (label == null) {
            return false;
        }
        boolean isLabel = selectedAgain() == SelectedAgain.LABEL;
        out.append(isLabel ? settings.quoter().identifier(label) : String.valueOf(index + 1));
        return true;
    }

    final void orderBy(List<Orderable> order) {
        if (!order.isEmpty()) {
            out.append(" ORDER BY ");
            orderings(order);
        }
    }

    @Override
    final void ordering(Orderable order) {
        if (order instanceof SortKey key) {
            write(key);
        } else {
            sortExpression(order, Operator.COMMA);
        }
    }

    /** A label of the select list is named by itself; its expression is not repeated. */
    private void sortExpression(SqlNode node, Operator around) {
        if (node instanceof LabeledExpression<?> label && isSelected(label)) {
            out.append(settings.quoter().identifier(label.name()));
        } else if (!isReferredTo(node)) {
            operand(node, around);
        }
    }

    private boolean isSelected(LabeledExpression<?> label) {
        Scope scope = scopes.peek();
        return !isInColumns
                && scope != null
                && scope.statement() instanceof SelectStatement<?> statement
                && plan(statement).stream()
                        .anyMatch(planned -> planned.expression().equals(label));
    }

    @Override
    public void visitOrdering(SortKey node) {
        sortExpression(node.expression(), Operator.ORDER);
        if (node.direction() != SortKey.Direction.NONE) {
            out.append(node.direction() == SortKey.Direction.DESC ? " DESC" : " ASC");
        }
        if (node.isNullsFirst() != null) {
            out.append(node.isNullsFirst() ? " NULLS FIRST" : " NULLS LAST");
        }
    }

    @Override
    public void visitLabelReference(LabelReference node) {
        Scope scope = scopes.peek();
        List<Planned> plan = scope != null && scope.statement() instanceof SelectStatement<?> statement
                ? plan(statement)
                : List.of();
        boolean isWhole = scope != null && scope.statement() instanceof SetOperation<?>;
        SqlNode selected = isInColumns || isWhole ? null : selectedAs(plan, node.name());
        if (selected == null && !isWhole && scope != null) {
            selected = columnNamed(scope.froms(), node.name());
        }
        if (selected instanceof NamedColumn<?>) {
            write(selected);
        } else if (selected != null
                || !isInColumns
                        && plan.stream().anyMatch(planned -> planned.name().equals(node.name()))) {
            out.append(settings.quoter().identifier(node.name()));
        } else {
            throw new CompileException(
                    "ORDER BY or GROUP BY names [%s], but the statement selects %s and nothing in FROM has such a column; name one of them, or mark raw SQL by text(…)"
                            .formatted(
                                    node.name(),
                                    plan.stream().map(Planned::name).toList()));
        }
    }

    /** By a label, or by table and column. */
    private @Nullable SqlNode selectedAs(List<Planned> plan, String name) {
        SqlNode found = null;
        for (Planned planned : plan) {
            Expression<?> expression = planned.expression();
            boolean isMeant = expression instanceof Label<?> label
                    ? label.name().equals(name)
                    : expression instanceof NamedColumn<?> column && isQualified(column, name);
            found = isMeant ? expression : found;
        }
        return found;
    }

    private static boolean isQualified(NamedColumn<?> column, String name) {
        String table = "";
        if (column.table() instanceof NamedTable named) {
            table = named.name();
        } else if (column.table() instanceof DerivedTable derived) {
            table = derived.name();
        }
        return !table.isEmpty() && name.equals(table + "_" + column.name());
    }

    /** Of several columns of one name the last counts, as in SQLAlchemy. */
    private @Nullable NamedColumn<?> columnNamed(Set<FromClause> froms, String name) {
        NamedColumn<?> found = null;
        for (FromClause from : froms) {
            List<? extends NamedColumn<?>> columns = List.of();
            if (from instanceof NamedTable table) {
                columns = table.columns();
            } else if (from instanceof DerivedTable derived) {
                columns = derived.allColumns();
            }
            for (NamedColumn<?> column : columns) {
                found = columnName(column).equals(name) ? column : found;
            }
        }
        return found;
    }
}
