package io.athanor.sql.compile;

import io.athanor.sql.error.CompileException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Constraint;
import io.athanor.sql.schema.Index;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.UniqueConstraint;
import io.athanor.sql.tree.Assignment;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.ConflictClause;
import io.athanor.sql.tree.Excluded;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Logical;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.NamedTable;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.Selectable;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.type.SqlTypes;
import io.athanor.sql.type.StorageKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the rows of an INSERT, and what it does about a row that has the same key already. */
abstract class UpsertCompiler extends SelectCompiler {
    private static final String EXCLUDED = "excluded";

    /** The table of the INSERT whose conflict is being written. */
    private @Nullable NamedTable upserted;

    private String beforeProposed = "";
    private String afterProposed = "";

    UpsertCompiler(CompilerSettings settings, StatementText out) {
        super(settings, out);
    }

    /**
     * Return how the database says what an INSERT does about a row that has the same key already.
     *
     * @return the form
     */
    protected ConflictForm conflictForm() {
        return ConflictForm.ON_CONFLICT;
    }

    /**
     * Return the name that {@code ON DUPLICATE KEY UPDATE} gives to the row that was proposed.
     *
     * @return the name, or {@code null} if {@code VALUES(column)} is what the database knows
     */
    protected @Nullable String proposedRowName() {
        return null;
    }

    final void identifiers(List<? extends NamedColumn<?>> columns) {
        String before = "(";
        for (NamedColumn<?> column : columns) {
            out.append(before);
            bare(column);
            before = ", ";
        }
        out.append(")");
    }

    /** Write a column without its table. */
    final void bare(SqlNode column) {
        boolean isOmittedAround = isTableOmitted;
        isTableOmitted = true;
        write(column);
        isTableOmitted = isOmittedAround;
    }

    final void values(InsertPlan plan) {
        out.append("VALUES ");
        int start = out.length();
        String before = "(";
        for (int i = 0; i < plan.rows().size(); i++) {
            List<Assignment> row = plan.rows().get(i);
            String suffix = plan.rows().size() > 1 ? "_m" + i : "";
            for (Assignment each : row) {
                out.append(before);
                nameBind(each.value(), each.column().key() + suffix);
                value(each.value());
                before = ", ";
            }
            before = "), (";
        }
        out.append(")");
        if (plan.rows().size() == 1) {
            out.onlyRow(start);
        }
    }

    /** Write what a column is set to; an operation stands in parentheses. */
    final void value(Expression<?> value) {
        boolean isGrouped = value.operator() != null;
        out.append(isGrouped ? "(" : "");
        write(value);
        out.append(isGrouped ? ")" : "");
    }

    final void conflict(ConflictClause clause, InsertPlan plan) {
        NamedTable before = upserted;
        upserted = plan.table();
        if (conflictForm() == ConflictForm.ON_CONFLICT) {
            proposedAs(EXCLUDED + ".", "");
            write(clause);
        } else if (conflictForm() == ConflictForm.ON_DUPLICATE_KEY) {
            onDuplicateKey(clause, plan);
        } else {
            throw new CompileException(
                    "Dialect [%s] has no INSERT that minds a row of the same key; look for the row first, then insert or update"
                            .formatted(settings.dialect()));
        }
        upserted = before;
    }

    private void proposedAs(String before, String after) {
        beforeProposed = before;
        afterProposed = after;
    }

    @Override
    public void visitExcluded(Excluded<?> node) {
        if (upserted == null) {
            throw new CompileException("excluded(%s) stands for what an INSERT proposed; use it in doUpdate(…) only"
                    .formatted(node.column().name()));
        }
        ChangedColumns.requireOf(upserted, node.column());
        out.append(beforeProposed);
        bare(node.column());
        out.append(afterProposed);
    }

    /** Writes {@code ON CONFLICT}. */
    @Override
    public void visitConflict(ConflictClause node) {
        out.append(" ON CONFLICT");
        if (node.constraint() != null) {
            out.append(" ON CONSTRAINT ").append(settings.quoter().identifier(node.constraint()));
        }
        if (!node.target().isEmpty()) {
            out.append(" ");
            requireTarget(node);
            identifiers(node.target());
        }
        if (!node.indexPredicates().isEmpty()) {
            out.append(" WHERE ");
            isTableOmitted = true;
            condition(Logical.and(node.indexPredicates()), null);
            isTableOmitted = false;
        }
        if (node.changes().isEmpty()) {
            out.append(" DO NOTHING");
            return;
        }
        out.append(" DO UPDATE SET ");
        changes(node);
        if (!node.conditions().isEmpty()) {
            out.append(" WHERE ");
            condition(Logical.and(node.conditions()), null);
        }
    }

    private NamedTable target() {
        if (upserted == null) {
            throw new CompileException("ON CONFLICT is a part of INSERT and cannot stand alone; compile the insert");
        }
        return upserted;
    }

    private void requireTarget(ConflictClause clause) {
        clause.target().forEach(column -> ChangedColumns.requireOf(target(), column));
    }

    private void changes(ConflictClause clause) {
        clause.changes().forEach(each -> ChangedColumns.requireOf(target(), each.column()));
        String before = "";
        for (Assignment each : ChangedColumns.inOrder(target(), clause.changes())) {
            out.append(before);
            bare(each.column());
            out.append(" = ");
            value(each.value());
            before = ", ";
        }
    }

    private void onDuplicateKey(ConflictClause clause, InsertPlan plan) {
        refuse(clause.constraint() != null, "names a constraint");
        refuse(!clause.indexPredicates().isEmpty(), "names a partial index");
        refuse(!clause.conditions().isEmpty(), "has a condition for the update");
        requireTarget(clause);
        if (clause.changes().isEmpty()) {
            // A column is set to itself: INSERT IGNORE would hide other errors too.
            NamedColumn<?> unchanged = ChangedColumns.of(target()).get(0);
            out.append(" ON DUPLICATE KEY UPDATE ");
            bare(unchanged);
            out.append(" = ");
            write(unchanged);
            return;
        }
        String name = plan.select() == null ? proposedRowName() : null;
        if (name == null) {
            proposedAs("VALUES(", ")");
        } else {
            String free = target().name().equalsIgnoreCase(name) ? name + "_1" : name;
            out.append(" AS ").append(free);
            proposedAs(free + ".", "");
        }
        out.append(" ON DUPLICATE KEY UPDATE ");
        changes(clause);
    }

    private void refuse(boolean isUnknown, String what) {
        if (isUnknown) {
            throw new CompileException(
                    "Upsert into [%s] %s, which dialect [%s] cannot say; name the columns of a whole key only"
                            .formatted(target().name(), what, settings.dialect()));
        }
    }

    /** Write the whole upsert as MERGE, or nothing if no row can be in the way. */
    final boolean merge(ConflictClause clause, InsertPlan plan) {
        NamedTable before = upserted;
        upserted = plan.table();
        refuse(!clause.indexPredicates().isEmpty(), "names a partial index");
        List<List<NamedColumn<?>>> keys = keys(clause, plan);
        if (!keys.isEmpty()) {
            proposedAs(EXCLUDED + ".", "");
            out.append("MERGE INTO ");
            write(target());
            out.append(" USING (");
            if (plan.select() == null) {
                values(plan);
            } else {
                write(plan.select() instanceof Select<?> select ? typed(select) : plan.select());
            }
            out.append(") AS " + EXCLUDED + " ");
            identifiers(plan.columns());
            on(keys);
            whenMatched(clause);
            whenNotMatched(plan);
        }
        upserted = before;
        return !keys.isEmpty();
    }

    /** A column of the source must have a type, which a place for a value alone has not. */
    private static Select<?> typed(Select<?> select) {
        List<Selectable<?>> columns = new ArrayList<>();
        for (Selectable<?> each : select.selected()) {
            columns.add(each instanceof Bind<?> bind ? typed(bind) : each);
        }
        return select.withOnlyColumns(columns);
    }

    /** Without a length, by which a longer text would be cut without a word. */
    private static Expression<?> typed(Bind<?> bind) {
        return bind.type().kind() == StorageKind.STRING ? bind.cast(SqlTypes.STRING) : bind.cast(bind.type());
    }

    private List<List<NamedColumn<?>>> keys(ConflictClause clause, InsertPlan plan) {
        List<? extends NamedColumn<?>> key = clause.target();
        if (clause.constraint() != null && target() instanceof Table table) {
            key = table.constraint(clause.constraint()).columns();
        }
        if (!key.isEmpty()) {
            requireTarget(clause);
            if (!plan.columns().containsAll(key)) {
                throw new CompileException(
                        "Upsert into [%s] by columns %s sets only %s, and dialect [%s] compares what is set; set the key too"
                                .formatted(
                                        target().name(),
                                        key.stream().map(NamedColumn::name).toList(),
                                        plan.columns().stream()
                                                .map(NamedColumn::name)
                                                .toList(),
                                        settings.dialect()));
            }
            return List.of(List.copyOf(key));
        }
        return uniqueKeys().stream()
                .filter(each -> plan.columns().containsAll(each))
                .toList();
    }

    /** Every key that a row can be in the way by. */
    private Set<List<NamedColumn<?>>> uniqueKeys() {
        Set<List<NamedColumn<?>>> keys = new LinkedHashSet<>();
        if (target() instanceof Table table) {
            keys.add(List.copyOf(table.primaryKey()));
            for (Column<?> column : table.columns()) {
                if (column.unique()) {
                    keys.add(List.of(column));
                }
            }
            for (Constraint constraint : table.constraints()) {
                if (constraint instanceof UniqueConstraint unique) {
                    keys.add(List.copyOf(unique.columns()));
                }
            }
            for (Index index : table.indexes()) {
                if (index.unique() && index.elements().stream().allMatch(NamedColumn.class::isInstance)) {
                    keys.add(List.copyOf(index.columns()));
                }
            }
            keys.remove(List.<NamedColumn<?>>of());
        }
        return keys;
    }

    private void on(List<List<NamedColumn<?>>> keys) {
        String before = " ON ";
        for (List<NamedColumn<?>> key : keys) {
            for (NamedColumn<?> column : key) {
                out.append(before);
                write(column);
                out.append(" = " + EXCLUDED + ".");
                bare(column);
                before = " AND ";
            }
            before = " OR ";
        }
    }

    private void whenMatched(ConflictClause clause) {
        if (clause.changes().isEmpty()) {
            return;
        }
        out.append(" WHEN MATCHED");
        if (!clause.conditions().isEmpty()) {
            out.append(" AND ");
            condition(Logical.and(clause.conditions()), null);
        }
        out.append(" THEN UPDATE SET ");
        changes(clause);
    }

    private void whenNotMatched(InsertPlan plan) {
        out.append(" WHEN NOT MATCHED THEN INSERT ");
        identifiers(plan.columns());
        String before = " VALUES (";
        for (NamedColumn<?> column : plan.columns()) {
            out.append(before).append(EXCLUDED + ".");
            bare(column);
            before = ", ";
        }
        out.append(")");
    }
}
