package io.athanor.sql.compile;

import io.athanor.sql.compile.ColumnLabels.Planned;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.tree.Alias;
import io.athanor.sql.tree.Cte;
import io.athanor.sql.tree.DerivedColumn;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FromClause;
import io.athanor.sql.tree.Hint;
import io.athanor.sql.tree.Join;
import io.athanor.sql.tree.JoinKind;
import io.athanor.sql.tree.LabelStyle;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.NamedTable;
import io.athanor.sql.tree.Projection;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SelectStatement;
import io.athanor.sql.tree.Selectable;
import io.athanor.sql.tree.SelectedTable;
import io.athanor.sql.tree.SetOperation;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.TableFunction;
import io.athanor.sql.tree.TableFunctionColumn;
import io.athanor.sql.tree.TableSample;
import io.athanor.sql.tree.Values;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Writes FROM and WITH, and knows what tables and their columns are called. */
abstract class FromCompiler extends ExpressionCompiler {
    final Deque<Scope> scopes = new ArrayDeque<>();
    /** The next SELECT stands in FROM, where each column has a label and nothing is correlated by itself. */
    boolean isSubqueryInFrom;
    /** The next SELECT in FROM sees the elements before it. */
    boolean isLateral;
    /** Columns are written without their table. */
    boolean isTableOmitted;

    private final Ctes ctes = new Ctes();
    private final Map<SelectStatement<?>, List<Planned>> plans = new IdentityHashMap<>();

    FromCompiler(CompilerSettings settings, StatementText out) {
        super(settings, out);
    }

    final String identifier(FromClause from) {
        return settings.quoter().identifier(shortName(from));
    }

    private String shortName(FromClause from) {
        if (from instanceof NamedTable table) {
            NamedTable original = table.aliased();
            return original != null && table.name().isEmpty() ? generated(table, original.name()) : table.name();
        }
        if (from instanceof DerivedTable derived) {
            return derived.isAnonymous() ? generated(derived, beginning(derived)) : derived.name();
        }
        from.accept(this);
        throw new CompileException("[%s] has no name that a column could be qualified by".formatted(from));
    }

    private String generated(SqlNode owner, String beginning) {
        return names.fit(names.of(owner, beginning), settings.quoter());
    }

    private static String beginning(DerivedTable derived) {
        SqlNode element = derived instanceof SelectedTable selected ? selected.element() : derived;
        return element instanceof NamedTable table ? table.name() : "anon";
    }

    @Override
    public void visitColumn(NamedColumn<?> node) {
        // The column's name comes first, so that names are numbered in SQLAlchemy's order.
        if (node instanceof TableFunctionColumn<?> && node.name().isEmpty()) {
            out.append(identifier(node.table()));
            return;
        }
        String name = node.isQuoted()
                ? settings.quoter().quoted(node.name())
                : settings.quoter().identifier(columnName(node));
        if (!isTableOmitted && !hasNoName(node.table())) {
            out.append(qualifier(node.table())).append(".");
        }
        out.append(name);
    }

    private String qualifier(FromClause from) {
        return from instanceof NamedTable table && table.aliased() == null ? tableName(table) : identifier(from);
    }

    /** A table's name with that of its schema, quoted where needed. */
    final String tableName(NamedTable table) {
        IdentifierQuoter quoter = settings.quoter();
        String name = table.isQuoted() ? quoter.quoted(table.name()) : quoter.identifier(table.name());
        String schema = settings.rules().schema(table.schema());
        return schema == null ? name : quoter.identifier(schema) + "." + name;
    }

    private String labelPrefix(FromClause from) {
        boolean isInSchema = from instanceof NamedTable table && table.aliased() == null && table.schema() != null;
        return isInSchema ? ((NamedTable) from).schema() + "_" + shortName(from) : shortName(from);
    }

    final String columnName(NamedColumn<?> node) {
        return nameOf(node).text();
    }

    /** What a column is called where it stands; a subquery's own label may have been generated. */
    private ColumnLabels.Name nameOf(NamedColumn<?> node) {
        if (node instanceof DerivedColumn<?> derived && derived.table().statement() != null) {
            for (Planned planned : plan(derived.table().statement())) {
                if (planned.expression().equals(derived.origin())) {
                    return planned.called();
                }
            }
        }
        return ColumnLabels.given(node.name());
    }

    /** What the columns of a statement are called; decided once. */
    final List<Planned> plan(SelectStatement<?> statement) {
        List<Planned> plan = plans.get(statement);
        if (plan == null) {
            plan = newPlan(statement);
            plans.put(statement, plan);
        }
        return plan;
    }

    private List<Planned> newPlan(SelectStatement<?> statement) {
        if (statement instanceof SetOperation<?> operation) {
            return plan(operation.members().get(0));
        }
        LabelStyle style = statement instanceof Select<?> select ? select.labelStyle() : LabelStyle.NONE;
        return new ColumnLabels(style, names, settings.quoter(), this::labelPrefix, this::nameOf)
                .plan(flat(statement.selected()));
    }

    /** What the columns are called that a change yields. */
    final List<Planned> plan(List<? extends Selectable<?>> returned) {
        return new ColumnLabels(LabelStyle.DISAMBIGUATE, names, settings.quoter(), this::labelPrefix, this::nameOf)
                .plan(flat(returned));
    }

    static List<Expression<?>> flat(List<? extends Selectable<?>> selected) {
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
    public void visitTable(NamedTable node) {
        NamedTable original = node.aliased();
        if (original == null) {
            out.append(tableName(node));
        } else {
            write(original);
            out.append(" AS ").append(identifier(node));
        }
    }

    @Override
    public void visitAlias(Alias node) {
        if (node.element() instanceof SelectStatement<?> select) {
            out.append(node.isLateral() ? "LATERAL (" : "(");
            subquery(select, node.isLateral());
            out.append(")");
        } else {
            write(node.element());
        }
        out.append(" AS ").append(identifier(node));
    }

    private void subquery(SqlNode statement, boolean isSeeingOthers) {
        isSubqueryInFrom = true;
        isLateral = isSeeingOthers;
        write(statement);
        isSubqueryInFrom = false;
        isLateral = false;
    }

    @Override
    public void visitTableSample(TableSample node) {
        write(node.element());
        out.append(" AS ").append(identifier(node)).append(" TABLESAMPLE ");
        write(node.method());
        if (node.seed() != null) {
            out.append(" REPEATABLE (");
            write(node.seed());
            out.append(")");
        }
    }

    @Override
    public void visitValues(Values node) {
        out.append("(");
        rows(node);
        out.append(")");
        if (!node.isAnonymous()) {
            out.append(" AS ").append(identifier(node)).append(" ");
            columnList(node);
        }
    }

    private static boolean hasNoName(FromClause from) {
        return from instanceof Values values && values.isAnonymous();
    }

    private void rows(Values node) {
        boolean isInlineAround = isInline;
        isInline |= node.isLiteral();
        String before = "VALUES (";
        for (List<Expression<?>> row : node.rows()) {
            out.append(before);
            list(row, ", ");
            before = "), (";
        }
        out.append(")");
        isInline = isInlineAround;
    }

    private void columnList(DerivedTable table) {
        String before = "(";
        for (NamedColumn<?> column : table.allColumns()) {
            out.append(before).append(settings.quoter().identifier(columnName(column)));
            before = ", ";
        }
        out.append(")");
    }

    @Override
    public void visitTableFunction(TableFunction node) {
        write(node.call());
        out.append(node.hasOrdinality() ? " WITH ORDINALITY AS " : " AS ");
        out.append(identifier(node));
        if (node.isDerived()) {
            columnList(node);
        }
    }

    @Override
    public void visitCte(Cte node) {
        if (!ctes.isKnown(node)) {
            if (node.isInside()) {
                throw new CompileException(
                        "[%s] stands for the rows so far of a recursion and is used outside of it; use what recursiveCte(…) returned"
                                .formatted(node.name()));
            }
            String name = shortName(node);
            ctes.begin(node, name, node.isNesting() ? scopes.size() : Ctes.TOP);
            ctes.end(node, out.capture(() -> definition(node)));
        }
        out.append(identifier(node));
    }

    /**
     * Return whether each common table expression lists its columns.
     *
     * @return whether it does; if not, only recursive ones do
     */
    protected boolean listsCteColumns() {
        return false;
    }

    private void definition(Cte node) {
        out.append(identifier(node));
        boolean isList = node.element() instanceof Values;
        if (node.isRecursive() || isList || listsCteColumns()) {
            columnList(node);
        }
        out.append(" AS ").append(materialization(node.materialization())).append("\n(");
        if (node.element() instanceof Values values) {
            rows(values);
        } else {
            subquery(node.element(), false);
        }
        out.append(")");
    }

    /**
     * Return what is said about whether a common table expression is computed once.
     *
     * @param wanted what the user wants
     * @return the keywords with a blank behind them; nothing where there are none
     */
    protected String materialization(Cte.Materialization wanted) {
        return "";
    }

    /**
     * Return the word that begins the common table expressions.
     *
     * @param isRecursive whether one of them uses itself
     * @return the word
     */
    protected String ctePreamble(boolean isRecursive) {
        return isRecursive ? "WITH RECURSIVE " : "WITH ";
    }

    /** Put WITH in front of what was written since a position. */
    final void writeCtes(int at, IntPredicate levels) {
        boolean isRecursive = ctes.isAnyRecursive(levels);
        List<StatementText.Fragment> due = ctes.take(levels);
        if (!due.isEmpty()) {
            out.insert(at, out.capture(() -> {
                String before = ctePreamble(isRecursive);
                for (StatementText.Fragment each : due) {
                    out.append(before).append(each);
                    before = ", \n";
                }
                out.append("\n ");
            }));
        }
    }

    final void fromElement(SqlNode from) {
        Scope scope = scopes.peek();
        Hint hint = scope == null ? null : scope.hints().get(from);
        if (hint == null) {
            write(from);
        } else {
            out.append(hintBefore(hint.text()));
            write(from);
            out.append(hintBehind(hint.text()));
        }
    }

    /**
     * Return what a hint about a table puts in front of it.
     *
     * @param hint the hint
     * @return the SQL with a blank behind it; nothing where there are no such hints
     */
    protected String hintBefore(String hint) {
        return "";
    }

    /**
     * Return what a hint about a table puts behind it.
     *
     * @param hint the hint
     * @return the SQL with a blank before it; nothing where there are no such hints
     */
    protected String hintBehind(String hint) {
        return "";
    }

    /**
     * Return the word between the sides of a join.
     *
     * @param kind which join
     * @return the keyword
     */
    protected String joinKeyword(JoinKind kind) {
        return kind.keyword();
    }

    @Override
    public void visitJoin(Join node) {
        fromElement(node.left());
        out.append(" ").append(joinKeyword(node.kind())).append(" ");
        boolean isNested = node.right() instanceof Join;
        out.append(isNested ? "(" : "");
        fromElement(node.right());
        out.append(isNested ? ")" : "").append(" ON ");
        Expression<Boolean> on =
                node.on() == null ? JoinConditions.onForeignKey(node.left(), (FromClause) node.right()) : node.on();
        condition(on, null);
    }

    /**
     * Return the FROM of a SELECT that names no table.
     *
     * @return its SQL with a blank in front; none unless overridden
     */
    protected String emptyFrom() {
        return "";
    }

    final void from(List<FromClause> froms) {
        out.append(froms.isEmpty() ? emptyFrom() : "");
        String before = " \nFROM ";
        for (FromClause from : froms) {
            out.append(before);
            fromElement(from);
            before = ", ";
        }
    }
}
