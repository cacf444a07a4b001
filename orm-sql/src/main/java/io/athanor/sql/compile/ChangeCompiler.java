package io.athanor.sql.compile;

import io.athanor.sql.error.CompileException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Alias;
import io.athanor.sql.tree.Assignment;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.ChangeOptions;
import io.athanor.sql.tree.ConflictClause;
import io.athanor.sql.tree.Delete;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FromClause;
import io.athanor.sql.tree.FromElements;
import io.athanor.sql.tree.Hint;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.Logical;
import io.athanor.sql.tree.MappedStatement;
import io.athanor.sql.tree.NamedTable;
import io.athanor.sql.tree.Returning;
import io.athanor.sql.tree.Selectable;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.Statement;
import io.athanor.sql.tree.Update;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes INSERT, UPDATE and DELETE. */
abstract class ChangeCompiler extends UpsertCompiler {
    /** The change whose rows are asked for, so that it does not say its key unasked. */
    private @Nullable Statement returned;

    ChangeCompiler(CompilerSettings settings, StatementText out) {
        super(settings, out);
    }

    /**
     * Return what INSERT says for a row of defaults only.
     *
     * @return the SQL behind the table's name
     */
    protected String defaultValues() {
        return "DEFAULT VALUES";
    }

    /**
     * Return whether VALUES of an INSERT may have several rows.
     *
     * @return whether it may
     */
    protected boolean hasManyRows() {
        return true;
    }

    /**
     * Return whether an INSERT of one row yields its generated key unasked, since the driver tells it best so.
     *
     * @return whether it does
     */
    protected boolean returnsGeneratedKey() {
        return false;
    }

    /**
     * Return how the rows of a change are yielded.
     *
     * @param change the INSERT, UPDATE or DELETE
     * @return the form
     */
    protected ReturningForm returningForm(Statement change) {
        return ReturningForm.CLAUSE;
    }

    /**
     * Return whether RETURNING names the table of a column.
     *
     * @return whether it does
     */
    protected boolean qualifiesReturned() {
        return true;
    }

    /**
     * Return how an UPDATE names other tables.
     *
     * @return the form
     */
    protected OtherTables tablesOfUpdate() {
        return OtherTables.NONE;
    }

    /**
     * Return how a DELETE names other tables.
     *
     * @return the form
     */
    protected OtherTables tablesOfDelete() {
        return OtherTables.NONE;
    }

    /**
     * Return whether an UPDATE or DELETE may have a LIMIT.
     *
     * @return whether it may
     */
    protected boolean limitsChanges() {
        return false;
    }

    /**
     * Return whether an INSERT takes the next number of a column's sequence; if not, the column numbers itself.
     *
     * @return whether it does
     */
    protected boolean usesSequences() {
        return false;
    }

    /**
     * Return whether WITH stands before the SELECT that is inserted, not before the INSERT.
     *
     * @return whether it does
     */
    protected boolean hasWithBeforeSelect() {
        return false;
    }

    /** Write a change as a statement of its own, even within WITH; subqueries leave its tables to it. */
    private void change(Statement statement, List<FromClause> froms, Runnable write) {
        isSubqueryInFrom = false;
        isLateral = false;
        isTableOmitted = false;
        within(statement, FromFinder.everything(froms), write);
    }

    @Override
    public void visitInsert(Insert node) {
        change(node, List.of(), () -> insert(node));
    }

    private void insert(Insert node) {
        if (!(node.table() instanceof NamedTable table)) {
            node.table().accept(this);
            throw new CompileException(
                    "[%s] cannot be inserted into; name a table".formatted(FromFinder.nameOf(node.table())));
        }
        InsertPlan plan =
                InsertPlan.of(node, table, new ChangedColumns(node.options().hasDefaults(), usesSequences()));
        requireOneRow(plan);
        plan.noteRows(out);
        ConflictClause clause = node.conflict();
        if (clause != null && conflictForm() == ConflictForm.MERGE) {
            if (merge(clause, plan)) {
                return;
            }
            clause = null;
        }
        verb("INSERT ", node.options());
        out.append("INTO ");
        write(table);
        rows(plan);
        if (clause != null) {
            conflict(clause, plan);
        }
        generatedKey(node, plan);
    }

    private void requireOneRow(InsertPlan plan) {
        if (plan.rows().size() > 1 && !hasManyRows()) {
            throw new CompileException("Dialect [%s] has no INSERT of [%d] rows; insert them one by one"
                    .formatted(settings.dialect(), plan.rows().size()));
        }
    }

    private void rows(InsertPlan plan) {
        out.append(" ");
        if (plan.columns().isEmpty()) {
            out.append(defaultValues());
            return;
        }
        identifiers(plan.columns());
        out.append(" ");
        if (plan.select() == null) {
            values(plan);
        } else {
            plan.added().forEach(each -> nameBind(each.value(), each.column().key()));
            int start = out.length();
            write(plan.select());
            if (hasWithBeforeSelect()) {
                writeCtes(start, level -> true);
            }
        }
    }

    private void verb(String verb, ChangeOptions options) {
        out.append(verb);
        for (Hint hint : options.hints()) {
            if (hint.isFor(settings.dialect())) {
                boolean isOptimizer = hint.place() == Hint.Place.OPTIMIZER;
                out.append(isOptimizer ? "/*+ " : "");
                write(hint);
                out.append(isOptimizer ? " */ " : " ");
            }
        }
    }

    /** Only one row has one key, and only keys that the database makes are asked for. */
    private void generatedKey(Insert node, InsertPlan plan) {
        boolean isWanted = returnsGeneratedKey()
                && node != returned
                && !node.options().isInline()
                && plan.rows().size() == 1;
        List<Column<?>> keys = isWanted ? generatedKeys(plan) : List.of();
        if (!keys.isEmpty()) {
            out.append(" RETURNING ");
            returned(node, keys, !qualifiesReturned());
        }
    }

    private static List<Column<?>> generatedKeys(InsertPlan plan) {
        List<Column<?>> keys = new ArrayList<>();
        if (plan.table() instanceof Table table) {
            for (Column<?> key : table.primaryKey()) {
                int index = plan.columns().indexOf(key);
                boolean isMade = index < 0
                        ? key.autoincrement() || key.serverDefault() != null
                        : !(plan.rows().get(0).get(index).value() instanceof Bind<?>);
                if (isMade) {
                    keys.add(key);
                }
            }
        }
        return keys;
    }

    @Override
    public void visitUpdate(Update node) {
        FromClause target = changed(node.table());
        List<FromClause> others = ChangeFroms.of(node);
        List<Assignment> assignments = assignments(node, others);
        if (assignments.isEmpty()) {
            throw new CompileException(
                    "Update of [%s] sets nothing; call set(column, value)".formatted(FromFinder.nameOf(target)));
        }
        requireTables(tablesOfUpdate(), others, "UPDATE", target);
        out.row(assignments);
        change(node, all(target, others), () -> {
            if (!others.isEmpty() && tablesOfUpdate() == OtherTables.MERGE) {
                mergeInto(target, others.get(0), node.conditions(), node.options());
                out.append("UPDATE SET ");
                set(assignments, " = ", false);
                return;
            }
            boolean isList = !others.isEmpty() && tablesOfUpdate() == OtherTables.LIST;
            verb("UPDATE ", node.options());
            if (isList) {
                tables(target, others);
            } else {
                write(target);
            }
            out.append(" SET ");
            set(assignments, "=", isList);
            if (!isList && !others.isEmpty()) {
                out.append(" FROM ");
                list(others, ", ");
            }
            whereOfChange(node.conditions());
            limitOfChange(node.options());
        });
    }

    /** Columns of other tables come first; only a list of tables has any. */
    private List<Assignment> assignments(Update node, List<FromClause> others) {
        ChangedColumns columns = new ChangedColumns(node.options().hasDefaults(), usesSequences());
        List<Assignment> own = of(node.table(), node.assignments());
        if (own.size() < node.assignments().size() && tablesOfUpdate() != OtherTables.LIST) {
            node.assignments().forEach(each -> ChangedColumns.requireOf(node.table(), each.column()));
        }
        if (node.options().isOrdered()) {
            return columns.updatedAsStated(node.table(), node.assignments());
        }
        List<Assignment> all = new ArrayList<>();
        for (FromClause other : leaves(others)) {
            List<Assignment> stated = other.equals(node.table()) ? List.of() : of(other, node.assignments());
            if (!stated.isEmpty()) {
                all.addAll(columns.updated(other, stated));
            }
        }
        all.addAll(columns.updated(node.table(), own));
        return all;
    }

    private static List<Assignment> of(FromClause table, List<Assignment> assignments) {
        return assignments.stream()
                .filter(each -> each.column().table().equals(table))
                .toList();
    }

    private static Set<FromClause> leaves(List<FromClause> froms) {
        Set<FromClause> leaves = new LinkedHashSet<>();
        froms.forEach(from -> leaves.addAll(FromFinder.leaves(from)));
        return leaves;
    }

    private static List<FromClause> all(FromClause target, List<FromClause> others) {
        List<FromClause> all = new ArrayList<>();
        all.add(target);
        all.addAll(others);
        return all;
    }

    private void set(List<Assignment> assignments, String equals, boolean isQualified) {
        String before = "";
        for (Assignment each : assignments) {
            out.append(before);
            if (isQualified) {
                write(each.column());
            } else {
                bare(each.column());
            }
            out.append(equals);
            nameBind(each.value(), each.column().key());
            value(each.value());
            before = ", ";
        }
    }

    private void tables(FromClause target, List<FromClause> others) {
        list(ChangeFroms.hasTarget(target, others) ? others : all(target, others), ", ");
    }

    private void mergeInto(
            FromClause target, FromClause other, List<Expression<Boolean>> conditions, ChangeOptions options) {
        verb("MERGE ", options);
        out.append("INTO ");
        write(target);
        out.append(" USING ");
        write(other);
        out.append(" ON ");
        condition(Logical.and(conditions), null);
        out.append(" WHEN MATCHED THEN ");
        if (options.limit() != null) {
            throw new CompileException("Dialect [%s] cannot limit a change that uses other tables; drop limit(%d)"
                    .formatted(settings.dialect(), options.limit()));
        }
    }

    private void requireTables(OtherTables form, List<FromClause> others, String verb, FromClause target) {
        boolean isTooMany = form == OtherTables.MERGE && others.size() > 1;
        if (!others.isEmpty() && (form == OtherTables.NONE || isTooMany)) {
            throw new CompileException("Dialect [%s] has no %s of [%s] that uses %s; use a subquery: exists(…) or in(…)"
                    .formatted(
                            settings.dialect(),
                            verb,
                            FromFinder.nameOf(target),
                            leaves(others).stream().map(FromFinder::nameOf).toList()));
        }
    }

    @Override
    public void visitDelete(Delete node) {
        FromClause target = changed(node.table());
        List<FromClause> others = ChangeFroms.of(node);
        requireTables(tablesOfDelete(), others, "DELETE", target);
        change(node, all(target, others), () -> {
            if (!others.isEmpty() && tablesOfDelete() == OtherTables.MERGE) {
                mergeInto(target, others.get(0), node.conditions(), node.options());
                out.append("DELETE");
                return;
            }
            verb("DELETE ", node.options());
            out.append("FROM ");
            boolean isList = !others.isEmpty() && tablesOfDelete() == OtherTables.LIST;
            boolean isAlias = target instanceof Alias || target instanceof NamedTable named && named.aliased() != null;
            if (isList && isAlias) {
                out.append(identifier(target));
            } else {
                write(target);
            }
            if (!others.isEmpty()) {
                out.append(" USING ");
                if (isList) {
                    tables(target, others);
                } else {
                    list(others, ", ");
                }
            }
            whereOfChange(node.conditions());
            limitOfChange(node.options());
        });
    }

    private void whereOfChange(List<Expression<Boolean>> conditions) {
        if (!conditions.isEmpty()) {
            out.append(" WHERE ");
            condition(Logical.and(conditions), null);
        }
    }

    private void limitOfChange(ChangeOptions options) {
        if (options.limit() == null) {
            return;
        }
        if (!limitsChanges()) {
            throw new CompileException(
                    "Dialect [%s] cannot limit an UPDATE or DELETE; use in(…) with a SELECT that has limit(%d)"
                            .formatted(settings.dialect(), options.limit()));
        }
        out.append(" LIMIT ").append(String.valueOf(options.limit()));
    }

    private FromClause changed(FromClause table) {
        if (table instanceof NamedTable || table instanceof Alias alias && alias.element() instanceof NamedTable) {
            return table;
        }
        table.accept(this);
        throw new CompileException("[%s] cannot be changed; name a table".formatted(FromFinder.nameOf(table)));
    }

    @Override
    public void visitReturning(Returning<?> node) {
        Statement change = node.change();
        Statement before = returned;
        returned = change;
        switch (returningForm(change)) {
            case CLAUSE -> {
                write(change);
                out.append(" RETURNING ");
                returned(node, node.selected(), !qualifiesReturned());
            }
            case DELTA_TABLE -> deltaTable(node);
            case NONE ->
                throw new CompileException(
                        "Dialect [%s] cannot return the rows of %s; drop returning(…) and select them"
                                .formatted(
                                        settings.dialect(),
                                        change.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT)));
        }
        returned = before;
    }

    private void deltaTable(Returning<?> node) {
        FromClause table = tableOf(node.change());
        Set<FromClause> used = FromElements.of(node.selected());
        used.remove(table);
        if (!used.isEmpty()) {
            throw new CompileException(
                    "Dialect [%s] returns columns of [%s] only, not of %s; drop them from returning(…)"
                            .formatted(
                                    settings.dialect(),
                                    FromFinder.nameOf(table),
                                    used.stream().map(FromFinder::nameOf).toList()));
        }
        out.append("SELECT ");
        returned(node, node.selected(), true);
        out.append(node.change() instanceof Delete ? " FROM OLD TABLE (" : " FROM FINAL TABLE (");
        write(node.change());
        out.append(") AS ").append(identifier(table));
    }

    private void returned(Statement statement, List<? extends Selectable<?>> selected, boolean isBare) {
        isTableOmitted = isBare;
        columns(statement, plan(selected), false);
        isTableOmitted = false;
    }

    static boolean isChange(SqlNode statement) {
        return statement instanceof Insert
                || statement instanceof Update
                || statement instanceof Delete
                || statement instanceof Returning<?>
                || statement instanceof MappedStatement<?> mapped && isChange(mapped.statement());
    }

    private static FromClause tableOf(Statement change) {
        if (change instanceof Insert insert) {
            return insert.table();
        }
        return change instanceof Update update ? update.table() : ((Delete) change).table();
    }
}
