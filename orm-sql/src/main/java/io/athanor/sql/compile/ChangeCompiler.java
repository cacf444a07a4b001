package io.athanor.sql.compile;

import io.athanor.sql.error.CompileException;
import io.athanor.sql.tree.Alias;
import io.athanor.sql.tree.Assignment;
import io.athanor.sql.tree.ChangeOptions;
import io.athanor.sql.tree.Cte;
import io.athanor.sql.tree.Delete;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FromClause;
import io.athanor.sql.tree.FromElements;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.Logical;
import io.athanor.sql.tree.MappedStatement;
import io.athanor.sql.tree.NamedTable;
import io.athanor.sql.tree.Returning;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.Statement;
import io.athanor.sql.tree.Update;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes UPDATE and DELETE, and the rows that a change yields. */
abstract class ChangeCompiler extends InsertCompiler {
    ChangeCompiler(CompilerSettings settings, StatementText out) {
        super(settings, out);
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
     * Return whether a DELETE of one table may give it another name.
     *
     * @return whether it may; if not, the table stands in USING, too
     */
    protected boolean deletesByAlias() {
        return true;
    }

    /**
     * Return whether the change that is being written yields rows: not every form of it can.
     *
     * @return whether RETURNING follows it
     */
    protected final boolean yieldsRows() {
        return returned != null;
    }

    /**
     * Return whether an UPDATE or DELETE may have a LIMIT.
     *
     * @return whether it may
     */
    protected boolean limitsChanges() {
        return false;
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
        OtherTables form = form(tablesOfUpdate(), others, "UPDATE", target);
        out.row(assignments);
        change(node, all(target, others), () -> {
            switch (form) {
                case MERGE -> {
                    mergeInto(target, others.get(0), node.conditions(), node.options());
                    out.append("UPDATE SET ");
                    set(assignments, " = ", false);
                }
                case SUBQUERY -> updateBySubqueries(node, target, others, assignments);
                default -> update(node, target, others, assignments);
            }
        });
    }

    private void update(Update node, FromClause target, List<FromClause> others, List<Assignment> assignments) {
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
    }

    /** What is taken from other tables is selected for each value anew. */
    private void updateBySubqueries(
            Update node, FromClause target, List<FromClause> others, List<Assignment> assignments) {
        Set<FromClause> known = leaves(others);
        verb("UPDATE ", node.options());
        write(target);
        out.append(" SET ");
        String before = "";
        for (Assignment each : assignments) {
            out.append(before);
            bare(each.column());
            out.append("=");
            nameBind(each.value(), each.column().key());
            if (FromElements.of(List.of(each.value())).stream().anyMatch(known::contains)) {
                matches(() -> value(each.value()), others, node.conditions());
            } else {
                value(each.value());
            }
            before = ", ";
        }
        whereMatched(others, node.conditions());
        limitOfChange(node.options());
    }

    /** Those rows alone are changed that have a partner in the other tables. */
    private void whereMatched(List<FromClause> others, List<Expression<Boolean>> conditions) {
        out.append(" WHERE EXISTS ");
        matches(() -> out.append("1"), others, conditions);
    }

    /** Select from the other tables what has to do with the row that is changed. */
    private void matches(Runnable column, List<FromClause> others, List<Expression<Boolean>> conditions) {
        out.append("(");
        int start = out.length();
        out.append("SELECT ");
        column.run();
        out.append(" FROM ");
        list(others, ", ");
        whereOfChange(conditions);
        if (!hasWithBeforeChanges()) {
            writeCtes(start, level -> true);
        }
        out.append(")");
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

    /** How a change names other tables; without any it is plain. */
    private OtherTables form(OtherTables wanted, List<FromClause> others, String verb, FromClause target) {
        if (others.isEmpty()) {
            return OtherTables.NONE;
        }
        // Where nothing stands before the change, only a query of its own can name what WITH names.
        boolean isNamedByWith =
                !hasWithBeforeChanges() && leaves(others).stream().anyMatch(Cte.class::isInstance);
        OtherTables form = wanted == OtherTables.LIST && isNamedByWith ? OtherTables.SUBQUERY : wanted;
        boolean isTooMany = form == OtherTables.MERGE && others.size() > 1;
        boolean isTwice = form == OtherTables.SUBQUERY && ChangeFroms.hasTarget(target, others);
        if (form == OtherTables.NONE || isTooMany || isTwice) {
            throw new CompileException("Dialect [%s] has no %s of [%s] that uses %s; use a subquery: exists(…) or in(…)"
                    .formatted(
                            settings.dialect(),
                            verb,
                            FromFinder.nameOf(target),
                            leaves(others).stream().map(FromFinder::nameOf).toList()));
        }
        return form;
    }

    @Override
    public void visitDelete(Delete node) {
        FromClause target = changed(node.table());
        List<FromClause> others = ChangeFroms.of(node);
        OtherTables form = form(tablesOfDelete(), others, "DELETE", target);
        change(node, all(target, others), () -> {
            if (form == OtherTables.MERGE) {
                mergeInto(target, others.get(0), node.conditions(), node.options());
                out.append("DELETE");
                return;
            }
            verb("DELETE ", node.options());
            out.append("FROM ");
            boolean isAlias = target instanceof Alias || target instanceof NamedTable named && named.aliased() != null;
            boolean isAliasAlone = isAlias && form == OtherTables.NONE && !deletesByAlias();
            if (isAlias && form == OtherTables.LIST) {
                out.append(identifier(target));
            } else if (isAliasAlone) {
                out.append(identifier(target)).append(" USING ");
                write(target);
            } else {
                write(target);
            }
            if (form == OtherTables.SUBQUERY) {
                whereMatched(others, node.conditions());
            } else {
                using(form, target, others);
                whereOfChange(node.conditions());
            }
            limitOfChange(node.options());
        });
    }

    private void using(OtherTables form, FromClause target, List<FromClause> others) {
        if (!others.isEmpty()) {
            out.append(" USING ");
            if (form == OtherTables.LIST) {
                tables(target, others);
            } else {
                list(others, ", ");
            }
        }
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
                boolean isDelete = change instanceof Delete delete
                        && !ChangeFroms.of(delete).isEmpty()
                        && tablesOfDelete() == OtherTables.SUBQUERY;
                if (isDelete) {
                    requireOwnColumns(node);
                }
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

    private FromClause requireOwnColumns(Returning<?> node) {
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
        return table;
    }

    private void deltaTable(Returning<?> node) {
        FromClause table = requireOwnColumns(node);
        out.append("SELECT ");
        returned(node, node.selected(), true);
        out.append(node.change() instanceof Delete ? " FROM OLD TABLE (" : " FROM FINAL TABLE (");
        write(node.change());
        out.append(") AS ").append(identifier(table));
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
