package io.athanor.sql.compile;

import io.athanor.sql.compile.ColumnLabels.Planned;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.tree.Exists;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FromClause;
import io.athanor.sql.tree.Hint;
import io.athanor.sql.tree.LabeledExpression;
import io.athanor.sql.tree.Logical;
import io.athanor.sql.tree.MappedStatement;
import io.athanor.sql.tree.Projection;
import io.athanor.sql.tree.ScalarSubquery;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SelectStatement;
import io.athanor.sql.tree.SetOperation;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.Text;
import io.athanor.sql.tree.TextSelect;
import io.athanor.sql.tree.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Writes SELECT and set operations. */
abstract class SelectCompiler extends OrderCompiler {
    private final Map<SqlNode, List<ResultColumn>> results = new IdentityHashMap<>();
    /** The next SELECT is a member of a set operation, which writes WITH for all of them. */
    private boolean isMember;

    SelectCompiler(CompilerSettings settings, StatementText out) {
        super(settings, out);
    }

    /** How a statement stands in the one around it; taken when the statement begins, so that what it holds begins anew. */
    private record Place(boolean isInFrom, boolean isLateral, boolean isMember, boolean isInColumns, boolean isBare) {}

    private Place enter() {
        Place place = new Place(isSubqueryInFrom, isLateral, isMember, isInColumns, isTableOmitted);
        isSubqueryInFrom = false;
        isLateral = false;
        isMember = false;
        isInColumns = false;
        isTableOmitted = false;
        return place;
    }

    private void leave(Place place) {
        scopes.pop();
        isInColumns = place.isInColumns;
        isTableOmitted = place.isBare;
    }

    @Override
    public void visitSelect(Select<?> select) {
        Place place = enter();
        int start = out.length();
        boolean isTop = writesAllWith();
        List<FromClause> froms = froms(select, place);
        scopes.push(scopeOf(select, froms));
        select.ctes().forEach(cte -> out.capture(() -> write(cte)));
        out.append("SELECT ");
        prefixes(select);
        selectList(select, place.isInFrom);
        from(froms);
        clauses(select);
        hints(select, Hint.Place.STATEMENT, " ", "");
        if (!place.isMember) {
            int depth = scopes.size();
            writeCtes(start, level -> isTop || level == depth);
        }
        texts(select.suffixes(), " ", "");
        if (!select.comment().isEmpty()) {
            out.insert(start, out.capture(() -> out.append("/* " + select.comment() + " */ ")));
        }
        leave(place);
    }

    private List<FromClause> froms(Select<?> select, Place place) {
        List<FromClause> froms = FromFinder.find(select);
        Scope around = scopes.peek();
        if (around == null) {
            return froms;
        }
        if (place.isInFrom && !place.isLateral) {
            Set<FromClause> farther = new LinkedHashSet<>(around.all());
            farther.removeAll(around.froms());
            return FromFinder.correlate(select, froms, farther, Set.of());
        }
        return FromFinder.correlate(select, froms, around.all(), around.froms());
    }

    /**
     * Return whether WITH may stand before an UPDATE or DELETE.
     *
     * @return whether it may; if not, it stands in each subquery that uses it
     */
    protected boolean hasWithBeforeChanges() {
        return true;
    }

    /** The outermost query has WITH for what it holds; within a change that can have none itself, so has each subquery. */
    private boolean writesAllWith() {
        Scope around = scopes.peek();
        return around == null || !hasWithBeforeChanges() && ChangeCompiler.isChange(around.statement());
    }

    private Scope scopeOf(Select<?> select, List<FromClause> froms) {
        Set<FromClause> shown = FromFinder.everything(froms);
        Set<FromClause> all = new LinkedHashSet<>(shown);
        if (!scopes.isEmpty()) {
            all.addAll(scopes.peek().all());
        }
        Map<FromClause, Hint> hints = new HashMap<>();
        for (Hint hint : select.hints()) {
            if (hint.table() != null && hint.isFor(settings.dialect())) {
                hints.put(hint.table(), hint);
            }
        }
        return new Scope(select, shown, all, hints);
    }

    /** Write the subqueries of a statement that is no SELECT itself, which leave its tables to it. */
    final void within(SqlNode statement, Set<FromClause> froms, Runnable write) {
        scopes.push(new Scope(statement, froms, froms, Map.of()));
        write.run();
        scopes.pop();
    }

    private void prefixes(Select<?> select) {
        hints(select, Hint.Place.OPTIMIZER, "/*+ ", " */ ");
        hints(select, Hint.Place.KEYWORDS, "", " ");
        texts(select.prefixes(), "", " ");
        if (select.isDistinct()) {
            out.append(!select.distinctBy().isEmpty() && hasDistinctOn() ? "DISTINCT ON (" : "DISTINCT ");
            if (!select.distinctBy().isEmpty() && hasDistinctOn()) {
                groupings(select.distinctBy());
                out.append(") ");
            }
        }
    }

    /**
     * Return whether the database has DISTINCT ON.
     *
     * @return whether it has; if not, DISTINCT stands for it
     */
    protected boolean hasDistinctOn() {
        return false;
    }

    private void hints(Select<?> select, Hint.Place place, String before, String behind) {
        for (Hint hint : select.hints()) {
            if (hint.place() == place && hint.isFor(settings.dialect())) {
                out.append(before);
                write(hint);
                out.append(behind);
            }
        }
    }

    @Override
    public void visitHint(Hint node) {
        out.append(node.text());
    }

    private void texts(List<Text> texts, String before, String behind) {
        for (Text text : texts) {
            out.append(before);
            write(text);
            out.append(behind);
        }
    }

    private void clauses(Select<?> select) {
        where(select.conditions());
        groupBy(select.groupings());
        if (!select.groupConditions().isEmpty()) {
            out.append(" \nHAVING ");
            condition(Logical.and(select.groupConditions()), null);
        }
        windows(NamedWindows.of(select));
        orderBy(select.orderings());
        rowLimit(select.rowLimit());
        select.locks().forEach(this::write);
    }

    private void windows(List<Window> windows) {
        String before = " WINDOW ";
        for (Window window : windows) {
            out.append(before)
                    .append(settings.quoter().identifier(Objects.requireNonNull(window.name())))
                    .append(" AS ");
            definition(window);
            before = ", ";
        }
    }

    final void where(List<Expression<Boolean>> conditions) {
        if (!conditions.isEmpty()) {
            out.append(" \nWHERE ");
            condition(Logical.and(conditions), null);
        }
    }

    private void selectList(Select<?> select, boolean isInFrom) {
        isInColumns = true;
        columns(select, plan(select), isInFrom);
        isInColumns = false;
    }

    /** Write what a statement yields. */
    final void columns(SqlNode statement, List<Planned> plan, boolean isInFrom) {
        List<ResultColumn> columns = new ArrayList<>();
        String before = "";
        for (Planned planned : plan) {
            Expression<?> expression = planned.expression();
            String label = planned.label(isInFrom, hasNativeBoolean());
            out.append(before);
            selected(expression instanceof LabeledExpression<?> labelled ? labelled.expression() : expression);
            if (label != null) {
                out.append(" AS ").append(settings.quoter().identifier(label));
            }
            columns.add(new ResultColumn(
                    planned.resultName(label), expression.type().forDialect(settings.dialect()), expression));
            before = ", ";
        }
        results.put(statement, columns);
    }

    /**
     * Write an expression of the select list, without its label.
     *
     * @param expression the expression
     */
    protected void selected(Expression<?> expression) {
        write(expression);
    }

    @Override
    public void visitSetOperation(SetOperation<?> operation) {
        Place place = enter();
        int start = out.length();
        boolean isTop = writesAllWith();
        checkColumns(operation);
        Scope around = scopes.peek();
        scopes.push(new Scope(
                operation,
                around == null ? Set.of() : around.froms(),
                around == null ? Set.of() : around.all(),
                Map.of()));
        String before = "";
        for (SelectStatement<?> member : operation.members()) {
            out.append(before);
            member(member, place);
            before = " " + operation.operator().keyword() + " ";
        }
        isTableOmitted = true;
        groupBy(operation.groupings());
        orderBy(operation.orderings());
        isTableOmitted = false;
        rowLimit(operation.rowLimit());
        int depth = scopes.size();
        writeCtes(start, level -> isTop || level == depth || level == depth + 1);
        leave(place);
        results.put(operation, results.getOrDefault(operation.members().get(0), List.of()));
    }

    /**
     * Return whether a member of a set operation may stand in parentheses.
     *
     * @return whether it may; if not, a member that needs them is made a subquery
     */
    protected boolean hasGroupedMembers() {
        return true;
    }

    private void member(SelectStatement<?> member, Place place) {
        boolean isGrouped = member instanceof SetOperation<?>
                || member instanceof Select<?> select
                        && !(select.orderings().isEmpty() && select.rowLimit().isEmpty());
        String opening = hasGroupedMembers() ? "(" : "SELECT * FROM (";
        out.append(isGrouped ? opening : "");
        isSubqueryInFrom = place.isInFrom;
        isLateral = place.isLateral;
        isMember = true;
        write(member);
        isSubqueryInFrom = false;
        isLateral = false;
        isMember = false;
        out.append(isGrouped ? ")" : "");
    }

    private void checkColumns(SetOperation<?> operation) {
        int first = flat(operation.selected()).size();
        for (int i = 1; i < operation.members().size(); i++) {
            int other = flat(operation.members().get(i).selected()).size();
            if (other != first) {
                throw new CompileException(
                        "Statement [1] of a set operation selects [%d] columns, statement [%d] selects [%d]; select as many in each"
                                .formatted(first, i + 1, other));
            }
        }
    }

    @Override
    public void visitTextSelect(TextSelect<?> node) {
        write(node.text());
        List<ResultColumn> columns = new ArrayList<>();
        for (Planned planned : plan(node)) {
            Expression<?> expression = planned.expression();
            columns.add(new ResultColumn(planned.name(), expression.type().forDialect(settings.dialect()), expression));
        }
        results.put(node, columns);
    }

    @Override
    public void visitLabel(LabeledExpression<?> node) {
        write(node.expression());
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

    /** What the outermost statement yields. */
    final List<ResultColumn> columnsOf(SqlNode statement) {
        SqlNode inner = statement;
        while (inner instanceof MappedStatement<?> mapped) {
            inner = mapped.statement();
        }
        return results.getOrDefault(inner, List.of());
    }
}
