package io.athanor.sql.compile;

import io.athanor.sql.error.CompileException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.ChangeOptions;
import io.athanor.sql.tree.ConflictClause;
import io.athanor.sql.tree.FromClause;
import io.athanor.sql.tree.Hint;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.NamedTable;
import io.athanor.sql.tree.Selectable;
import io.athanor.sql.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes INSERT. */
abstract class InsertCompiler extends UpsertCompiler {
    /** The change whose rows are asked for, so that it does not say its key unasked. */
    @Nullable Statement returned;

    InsertCompiler(CompilerSettings settings, StatementText out) {
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
     * Return whether RETURNING names the table of a column.
     *
     * @return whether it does
     */
    protected boolean qualifiesReturned() {
        return true;
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
    final void change(Statement statement, List<FromClause> froms, Runnable write) {
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

    final void verb(String verb, ChangeOptions options) {
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

    final void returned(Statement statement, List<? extends Selectable<?>> selected, boolean isBare) {
        isTableOmitted = isBare;
        columns(statement, plan(selected), false);
        isTableOmitted = false;
    }
}
