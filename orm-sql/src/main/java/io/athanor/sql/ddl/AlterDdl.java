package io.athanor.sql.ddl;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.PrimaryKey;
import io.athanor.sql.schema.Sequence;
import io.athanor.sql.schema.Sequence.Options;
import io.athanor.sql.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes ALTER TABLE of what exists. */
abstract class AlterDdl extends TableDdl {
    AlterDdl(CompilerSettings settings, Supplier<? extends SqlCompiler> expressions) {
        super(settings, expressions);
    }

    /**
     * Return the start of a statement that alters a table.
     *
     * @param column a column of the table
     * @return the SQL up to what is to be done, with a blank at its end
     */
    protected final String alter(Column<?> column) {
        return "ALTER TABLE " + tableName((Table) column.table()) + " ";
    }

    /**
     * Write what adds a column, without its constraints.
     *
     * @param column the column
     * @return the statements in their order
     */
    public List<String> addColumn(Column<?> column) {
        return List.of(alter(column) + "ADD COLUMN " + column(column));
    }

    /**
     * Write what drops a column, which no constraint is about any more.
     *
     * @param column the column
     * @return the statements in their order
     */
    public List<String> dropColumn(Column<?> column) {
        return List.of(alter(column) + "DROP COLUMN " + columnName(column));
    }

    /**
     * Write what changes a column.
     *
     * @param before the column as it is
     * @param after the column as it is to be
     * @param aspects what differs
     * @return the statements in their order
     */
    public List<String> alterColumn(Column<?> before, Column<?> after, Set<ColumnAspect> aspects) {
        String start = alter(after) + "ALTER COLUMN " + columnName(after) + " ";
        List<String> statements = new ArrayList<>();
        boolean isNumbered = aspects.contains(ColumnAspect.NUMBERING);
        if (isNumbered) {
            statements.addAll(dropNumbering(before));
        }
        if (aspects.contains(ColumnAspect.TYPE)) {
            statements.addAll(alterType(before, after));
        }
        if (aspects.contains(ColumnAspect.NULLABILITY)) {
            statements.add(start + (after.nullable() ? "DROP NOT NULL" : "SET NOT NULL"));
        }
        if (aspects.contains(ColumnAspect.DEFAULT)) {
            String serverDefault = serverDefault(after);
            statements.add(start + (serverDefault == null ? "DROP DEFAULT" : "SET DEFAULT " + serverDefault));
        }
        if (isNumbered) {
            statements.addAll(addNumbering(after));
        }
        return statements;
    }

    /**
     * Write what changes the type of a column.
     *
     * @param before the column as it is
     * @param after the column as it is to be
     * @return the statements in their order
     */
    protected List<String> alterType(Column<?> before, Column<?> after) {
        return List.of(alter(after) + "ALTER COLUMN " + columnName(after) + " SET DATA TYPE " + storedType(after));
    }

    /**
     * Write what stops a column from being numbered.
     *
     * @param before the column as it is
     * @return the statements in their order, none if it is not numbered
     */
    protected List<String> dropNumbering(Column<?> before) {
        return isIdentity(before)
                ? List.of(alter(before) + "ALTER COLUMN " + columnName(before) + " DROP IDENTITY")
                : List.of();
    }

    /**
     * Write what has the database number the rows by a column that exists.
     *
     * @param after the column as it is to be
     * @return the statements in their order, none if it is not to be numbered
     */
    protected List<String> addNumbering(Column<?> after) {
        Column.Identity numbering = isIdentity(after) ? after.identity() : null;
        return numbering == null
                ? List.of()
                : List.of(alter(after) + "ALTER COLUMN " + columnName(after) + " ADD " + identity(numbering));
    }

    /**
     * Write what completes a column that is numbered, once the primary key is there.
     *
     * @param column a column that was added, altered, or has become part of a key
     * @return the statements in their order; none where a column can be numbered without a key
     */
    public List<String> completeNumbering(Column<?> column) {
        return List.of();
    }

    /**
     * Write what drops a primary key.
     *
     * @param key the key as it is
     * @return the statements in their order
     */
    public List<String> dropPrimaryKey(PrimaryKey key) {
        return List.of(dropConstraint(key));
    }

    /**
     * Write ALTER SEQUENCE.
     *
     * @param sequence the sequence as it is to be
     * @return the statement
     */
    public String alterSequence(Sequence sequence) {
        Options stated = sequence.options();
        Options whole = new Options(
                null,
                stated.start() == null ? Long.valueOf(1) : stated.start(),
                stated.increment() == null ? Long.valueOf(1) : stated.increment(),
                stated.minimum() == null ? new Options.Bound(true, 0) : stated.minimum(),
                stated.maximum() == null ? new Options.Bound(true, 0) : stated.maximum(),
                stated.cycle() != null && stated.cycle(),
                stated.cache());
        return "ALTER SEQUENCE " + sequenceName(sequence) + " " + sequenceOptions(whole);
    }

    /**
     * Write what makes a table anew with another definition, keeping its rows; for databases that can alter little.
     *
     * @param before the table as it is
     * @param after the table as it is to be
     * @param triggers the statements that make its triggers
     * @return the statements in their order
     * @throws CompileException if the database alters tables instead
     */
    public List<String> rebuildTable(Table before, Table after, List<String> triggers) {
        throw new CompileException("Dialect [%s] alters tables and does not make them anew; let [%s] be altered"
                .formatted(dialect(), after.name()));
    }

    /**
     * Write what must run, outside of any transaction, before tables are made anew.
     *
     * @return the statements, none if there is nothing to do
     */
    public List<String> beforeRebuilds() {
        return List.of();
    }

    /**
     * Write what must run, outside of any transaction, after tables were made anew.
     *
     * @return the statements, none if there is nothing to do
     */
    public List<String> afterRebuilds() {
        return List.of();
    }

    /**
     * Write ALTER TABLE … ADD of a check.
     *
     * @param table the table
     * @param name the constraint's name, or {@code null} to let the database make one
     * @param sql the condition
     * @return the statement
     */
    public String addCheck(Table table, @Nullable String name, String sql) {
        return "ALTER TABLE " + tableName(table) + " ADD "
                + (name == null ? "" : "CONSTRAINT " + identifier(name) + " ") + "CHECK (" + sql + ")";
    }
}
