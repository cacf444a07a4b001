package io.athanor.sql.compile;

import io.athanor.sql.compile.ColumnLabels.ColumnLabel;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.tree.Alias;
import io.athanor.sql.tree.DerivedColumn;
import io.athanor.sql.tree.Exists;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FromClause;
import io.athanor.sql.tree.Join;
import io.athanor.sql.tree.LabelReference;
import io.athanor.sql.tree.LabelStyle;
import io.athanor.sql.tree.LabeledExpression;
import io.athanor.sql.tree.Logical;
import io.athanor.sql.tree.MappedStatement;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.NamedTable;
import io.athanor.sql.tree.Operator;
import io.athanor.sql.tree.Orderable;
import io.athanor.sql.tree.Projection;
import io.athanor.sql.tree.ScalarSubquery;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SelectStatement;
import io.athanor.sql.tree.Selectable;
import io.athanor.sql.tree.SortKey;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.TableFunction;
import io.athanor.sql.tree.TableFunctionColumn;
import io.athanor.sql.tree.TextSelect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes SELECT, FROM and names. */
abstract class SelectCompiler extends ExpressionCompiler {
    private final Deque<Scope> scopes = new ArrayDeque<>();
    private final Map<SelectStatement<?>, List<ResultColumn>> labels = new java.util.IdentityHashMap<>();
    private boolean isSubqueryInFrom;

    /** A SELECT being written: what its FROM shows to subqueries, and which labels ORDER BY may use. */
    private record Scope(Set<FromClause> froms, List<ResultColumn> columns) {}

    SelectCompiler(CompilerSettings settings, StatementText out) {
        super(settings, out);
    }

    @Override
    public void visitSelect(Select<?> select) {
        List<FromClause> froms = FromFinder.find(select);
        if (!scopes.isEmpty() && !isSubqueryInFrom) {
            froms = FromFinder.correlate(froms, scopes.peek().froms());
        }
        isSubqueryInFrom = false;
        Set<FromClause> shown = new LinkedHashSet<>();
        froms.forEach(from -> shown.addAll(FromFinder.leaves(from)));
        List<ResultColumn> columns = new ArrayList<>();
        scopes.push(new Scope(shown, columns));
        out.append(select.isDistinct() ? "SELECT DISTINCT " : "SELECT ");
        selectList(select, columns);
        labels.put(select, columns);
        from(froms);
        clauses(select);
        scopes.pop();
    }

    private void clauses(Select<?> select) {
        where(select.conditions());
        if (!select.groupings().isEmpty()) {
            out.append(" GROUP BY ");
            list(select.groupings(), ", ");
        }
        if (!select.groupConditions().isEmpty()) {
            out.append(" \nHAVING ");
            condition(Logical.and(select.groupConditions()), null);
        }
        if (!select.orderings().isEmpty()) {
            out.append(" ORDER BY ");
            orderings(select.orderings());
        }
        limit(select);
    }

    final void where(List<Expression<Boolean>> conditions) {
        if (!conditions.isEmpty()) {
            out.append(" \nWHERE ");
            condition(Logical.and(conditions), null);
        }
    }

    private void from(List<FromClause> froms) {
        String before = " \nFROM ";
        for (FromClause from : froms) {
            out.append(before);
            fromElement(from);
            before = ", ";
        }
    }

    private void selectList(Select<?> select, List<ResultColumn> columns) {
        ColumnLabels columnLabels = new ColumnLabels(select.labelStyle(), names, column -> labelPrefix(column.table()));
        Set<SqlNode> written = new LinkedHashSet<>();
        String before = "";
        for (Expression<?> expression : flat(select.selected())) {
            boolean isRepeated = select.labelStyle() == LabelStyle.TABLE_COLUMN && !written.add(expression);
            if (!isRepeated) {
                out.append(before);
                selectElement(expression, columnLabels, columns);
                before = ", ";
            }
        }
    }

    private void selectElement(Expression<?> expression, ColumnLabels columnLabels, List<ResultColumn> columns) {
        ColumnLabel label = columnLabels.next(expression);
        write(expression instanceof LabeledExpression<?> labelled ? labelled.expression() : expression);
        if (label.label() != null) {
            out.append(" AS ").append(settings.quoter().identifier(label.label()));
        }
        columns.add(new ResultColumn(
                label.label() == null ? label.key() : label.label(),
                expression.type().forDialect(settings.dialect()),
                expression));
    }

    private static List<Expression<?>> flat(List<? extends Selectable<?>> selected) {
        List<Expression<?>> flat = new ArrayList<>();
        for (Selectable<?> each : selected) {
            if (each instanceof Projection<?> projection) {
                flat.addAll(flat(projection.parts()));
            } else if (each instanceof Expression<?> expression) {
                flat.add(expression);
            } else {
                throw new CompileException(
                        "[%s] is known to a Registry only and cannot be selected without one; execute the statement through a Session"
                                .formatted(each));
            }
        }
        return flat;
    }

    @Override
    final void ordering(Orderable order) {
        if (order instanceof SortKey key) {
            write(key);
        } else {
            sortExpression(order);
        }
    }

    /** A label of the select list is named by itself; its expression is not repeated. */
    private void sortExpression(SqlNode node) {
        if (node instanceof LabeledExpression<?> label && isSelected(label)) {
            out.append(settings.quoter().identifier(label.name()));
        } else {
            operand(node, Operator.COMMA);
        }
    }

    private boolean isSelected(LabeledExpression<?> label) {
        Scope scope = scopes.peek();
        return scope != null
                && scope.columns().stream().anyMatch(column -> column.source().equals(label));
    }

    @Override
    public void visitOrdering(SortKey node) {
        if (node.expression() instanceof LabeledExpression<?>) {
            sortExpression(node.expression());
        } else {
            operand(node.expression(), Operator.ORDER);
        }
        out.append(node.direction() == SortKey.Direction.DESC ? " DESC" : " ASC");
        if (node.isNullsFirst() != null) {
            out.append(node.isNullsFirst() ? " NULLS FIRST" : " NULLS LAST");
        }
    }

    @Override
    public void visitLabelReference(LabelReference node) {
        Scope scope = scopes.peek();
        List<ResultColumn> columns = scope == null ? List.of() : scope.columns();
        for (ResultColumn column : columns) {
            if (column.name().equals(node.name())) {
                if (column.source() instanceof NamedColumn<?> named) {
                    write(named);
                } else {
                    out.append(settings.quoter().identifier(node.name()));
                }
                return;
            }
        }
        for (FromClause from : scope == null ? Set.<FromClause>of() : scope.froms()) {
            NamedColumn<?> column = columnNamed(from, node.name());
            if (column != null) {
                write(column);
                return;
            }
        }
        throw new CompileException(
                "ORDER BY names [%s], but the statement selects %s and no table in FROM has such a column; name one of them, or mark raw SQL by text(…)"
                        .formatted(
                                node.name(),
                                columns.stream().map(ResultColumn::name).toList()));
    }

    private static @Nullable NamedColumn<?> columnNamed(FromClause from, String name) {
        if (from instanceof NamedTable table) {
            return table.columns().stream()
                    .filter(c -> c.name().equals(name))
                    .findFirst()
                    .orElse(null);
        }
        return null;
    }

    /**
     * Write the limit and the offset of a SELECT.
     *
     * @param select the statement
     */
    protected void limit(Select<?> select) {
        if (!select.limits().isEmpty()) {
            out.append("\n LIMIT ");
            write(select.limits().get(0));
        }
        if (!select.offsets().isEmpty()) {
            out.append(select.limits().isEmpty() ? "\n OFFSET " : " OFFSET ");
            write(select.offsets().get(0));
        }
    }

    @Override
    public void visitColumn(NamedColumn<?> node) {
        if (node instanceof TableFunctionColumn<?> && node.name().isEmpty()) {
            out.append(settings.quoter().identifier(shortName(node.table())));
            return;
        }
        if (!isBare) {
            out.append(qualifier(node.table())).append(".");
        }
        out.append(node.isQuoted() ? settings.quoter().quoted(node.name()) : settings.quoter().identifier(columnName(node)));
    }

    private String qualifier(FromClause from) {
        return from instanceof NamedTable table ? tableName(table) : settings.quoter().identifier(shortName(from));
    }

    /** A table's name with that of its schema, quoted where needed. */
    final String tableName(NamedTable table) {
        IdentifierQuoter quoter = settings.quoter();
        String name = table.isQuoted() ? quoter.quoted(table.name()) : quoter.identifier(table.name());
        return table.schema() == null ? name : quoter.identifier(table.schema()) + "." + name;
    }

    private String labelPrefix(FromClause from) {
        boolean isInSchema = from instanceof NamedTable table && table.schema() != null;
        return isInSchema ? ((NamedTable) from).schema() + "_" + shortName(from) : shortName(from);
    }

    /** What a column is called where it stands; a subquery's own label may have been generated. */
    private String columnName(NamedColumn<?> node) {
        if (node instanceof DerivedColumn<?> derived
                && derived.table().element() instanceof SelectStatement<?> select) {
            for (ResultColumn column : labels.computeIfAbsent(select, this::labelsOf)) {
                if (column.source().equals(derived.origin())) {
                    return column.name();
                }
            }
        }
        return node.name();
    }

    /** The labels of a subquery whose turn to be written comes later, as it will write them. */
    private List<ResultColumn> labelsOf(SelectStatement<?> statement) {
        List<ResultColumn> columns = new ArrayList<>();
        if (statement instanceof Select<?> select) {
            ColumnLabels columnLabels =
                    new ColumnLabels(select.labelStyle(), names, column -> labelPrefix(column.table()));
            for (Expression<?> expression : flat(select.selected())) {
                ColumnLabel label = columnLabels.next(expression);
                columns.add(new ResultColumn(
                        label.label() == null ? label.key() : label.label(), expression.type(), expression));
            }
        }
        return columns;
    }

    private String shortName(FromClause from) {
        if (from instanceof NamedTable table) {
            return table.name();
        }
        if (from instanceof Alias alias) {
            if (!alias.isAnonymous()) {
                return alias.name();
            }
            return names.of(alias, alias.element() instanceof NamedTable table ? table.name() : "anon");
        }
        if (from instanceof TableFunction function) {
            return function.name().isEmpty() ? names.of(function, "anon") : function.name();
        }
        from.accept(this);
        throw new CompileException("[%s] has no name that a column could be qualified by".formatted(from));
    }

    @Override
    public void visitLabel(LabeledExpression<?> node) {
        write(node.expression());
    }

    @Override
    public void visitTable(NamedTable node) {
        out.append(tableName(node));
    }

    @Override
    public void visitAlias(Alias node) {
        if (node.element() instanceof SelectStatement<?>) {
            out.append("(");
            isSubqueryInFrom = true;
            write(node.element());
            out.append(")");
        } else {
            write(node.element());
        }
        out.append(" AS ").append(settings.quoter().identifier(shortName(node)));
    }

    @Override
    public void visitTableFunction(TableFunction node) {
        write(node.call());
        out.append(node.hasOrdinality() ? " WITH ORDINALITY AS " : " AS ");
        out.append(settings.quoter().identifier(shortName(node)));
        if (node.isDerived()) {
            List<String> quoted =
                    node.columns().stream().map(settings.quoter()::identifier).toList();
            out.append("(").append(String.join(", ", quoted)).append(")");
        }
    }

    @Override
    public void visitTextSelect(TextSelect<?> node) {
        write(node.text());
        ColumnLabels columnLabels = new ColumnLabels(LabelStyle.DISAMBIGUATE, names, column -> "");
        List<ResultColumn> columns = new ArrayList<>();
        for (Expression<?> expression : flat(node.selected())) {
            columns.add(new ResultColumn(
                    columnLabels.next(expression).key(),
                    expression.type().forDialect(settings.dialect()),
                    expression));
        }
        labels.put(node, columns);
    }

    private void fromElement(SqlNode from) {
        write(from);
    }

    @Override
    public void visitJoin(Join node) {
        fromElement(node.left());
        out.append(" ").append(node.kind().keyword()).append(" ");
        boolean isNested = node.right() instanceof Join;
        out.append(isNested ? "(" : "");
        fromElement(node.right());
        out.append(isNested ? ")" : "").append(" ON ");
        condition(
                node.on() == null ? FromFinder.onForeignKey(node.left(), (FromClause) node.right()) : node.on(), null);
    }

    @Override
    public void visitScalarSubquery(ScalarSubquery<?> node) {
        out.append("(");
        write(node.select());
        out.append(")");
    }

    @Override
    public void visitExists(Exists node) {
        out.append(node.isNegated() ? "NOT (EXISTS (" : "EXISTS (");
        write(node.select());
        out.append(node.isNegated() ? "))" : ")");
    }

    @Override
    public void visitProjection(Projection<?> node) {
        list(flat(node.parts()), ", ");
    }

    @Override
    public void visitMapped(MappedStatement<?> node) {
        write(node.statement());
    }

    /** What the outermost SELECT yields. */
    final List<ResultColumn> columnsOf(SqlNode statement) {
        SqlNode inner = statement;
        while (inner instanceof MappedStatement<?> mapped) {
            inner = mapped.statement();
        }
        return inner instanceof SelectStatement<?> select ? labels.getOrDefault(select, List.of()) : List.of();
    }
}
