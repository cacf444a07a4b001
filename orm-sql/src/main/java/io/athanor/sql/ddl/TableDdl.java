package io.athanor.sql.ddl;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.schema.CheckConstraint;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Constraint;
import io.athanor.sql.schema.ExcludeConstraint;
import io.athanor.sql.schema.ForeignKey;
import io.athanor.sql.schema.PrimaryKey;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.UniqueConstraint;
import io.athanor.sql.type.EnumType;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.StandardType;
import io.athanor.sql.type.StorageKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes CREATE TABLE and constraints. */
abstract class TableDdl extends ColumnDdl {
    TableDdl(CompilerSettings settings, Supplier<? extends SqlCompiler> expressions) {
        super(settings, expressions);
    }

    /**
     * Write CREATE TABLE. Foreign keys that are added by ALTER are left out, where the database can add them.
     *
     * @param table the table
     * @param options what to do where it exists
     * @return the statement
     * @throws CompileException if the database cannot have such a table
     */
    public String createTable(Table table, DdlOption... options) {
        return createTable(table, key -> key.isAddedByAlter() && canAlterConstraints(), options);
    }

    final String createTable(Table table, Predicate<ForeignKey> isLeftOut, DdlOption... options) {
        return createTable(tableName(table), table, isLeftOut, options);
    }

    /**
     * Write CREATE TABLE under another name than the table's own.
     *
     * @param name the name in SQL
     * @param table the table
     * @param isLeftOut which foreign keys are left out
     * @param options what to do where it exists
     * @return the statement
     */
    protected final String createTable(
            String name, Table table, Predicate<ForeignKey> isLeftOut, DdlOption... options) {
        StringBuilder sql = new StringBuilder("\nCREATE ");
        sql.append(table.isTemporary() ? temporary() : "").append("TABLE ");
        sql.append(List.of(options).contains(DdlOption.IF_NOT_EXISTS) ? "IF NOT EXISTS " : "");
        sql.append(name).append(" (");
        String before = "\n\t";
        for (String line : lines(table, isLeftOut)) {
            sql.append(before).append(line);
            before = ", \n\t";
        }
        return sql.append("\n)").append(behind(table)).append("\n\n").toString();
    }

    private List<String> lines(Table table, Predicate<ForeignKey> isLeftOut) {
        List<String> lines = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            if (!column.isSystem()) {
                lines.add(column(column) + checksOf(table, column));
            }
        }
        PrimaryKey key = table.primaryKeyConstraint();
        if (key != null && !isKeyInColumn(table)) {
            lines.add(constraint(key));
        }
        addLines(table.constraintsOfTable(), isLeftOut, lines);
        for (Column<?> column : table.columns()) {
            addLines(otherThanChecks(table.constraintsOf(column)), isLeftOut, lines);
            String check = checkOfType(column);
            if (check != null) {
                lines.add(check);
            }
        }
        return lines;
    }

    private void addLines(List<Constraint> constraints, Predicate<ForeignKey> isLeftOut, List<String> lines) {
        for (Constraint constraint : constraints) {
            boolean isKeyLeftOut = constraint instanceof ForeignKey key && (isLeftOut.test(key) || !canRefer(key));
            if (!isKeyLeftOut) {
                lines.add(constraint(constraint));
            }
        }
    }

    private String checksOf(Table table, Column<?> column) {
        StringBuilder sql = new StringBuilder();
        for (Constraint constraint : table.constraintsOf(column)) {
            if (constraint instanceof CheckConstraint) {
                sql.append(' ').append(constraint(constraint));
            }
        }
        return sql.toString();
    }

    private static List<Constraint> otherThanChecks(List<Constraint> constraints) {
        return constraints.stream()
                .filter(each -> !(each instanceof CheckConstraint))
                .toList();
    }

    /**
     * Return whether the primary key is written with its column.
     *
     * @param table the table
     * @return whether it is; then {@link #column} has to write it
     */
    protected boolean isKeyInColumn(Table table) {
        return false;
    }

    /**
     * Return whether the database can hold a foreign key to its target, which may lie in another schema.
     *
     * @param key the key
     * @return whether it can; if not, the key is left out
     */
    protected boolean canRefer(ForeignKey key) {
        return true;
    }

    /**
     * Return whether the database can add and drop constraints of a table that exists.
     *
     * @return whether it can
     */
    protected boolean canAlterConstraints() {
        return true;
    }

    /**
     * Return what makes a table temporary.
     *
     * @return the words behind CREATE, with a blank at their end
     */
    protected String temporary() {
        return "TEMPORARY ";
    }

    /**
     * Write what stands behind the closing parenthesis of CREATE TABLE.
     *
     * @param table the table
     * @return the SQL, empty for nothing
     */
    protected String behind(Table table) {
        return "";
    }

    private @Nullable String checkOfType(Column<?> column) {
        TypeCheck check = typeCheck(column);
        if (check == null) {
            return null;
        }
        return (check.name == null ? "" : "CONSTRAINT " + identifier(check.name) + " ") + "CHECK (" + check.sql + ")";
    }

    /** A check that the type of a column demands. */
    record TypeCheck(@Nullable String name, String sql) {}

    final @Nullable TypeCheck typeCheck(Column<?> column) {
        SqlType<?> type = column.type().forDialect(settings.dialect());
        if (type instanceof EnumType<?> names
                && names.isChecked()
                && !settings.types().isNative(names)) {
            List<String> values =
                    names.names().stream().map(this::stringLiteral).toList();
            return new TypeCheck(null, columnName(column) + " IN (" + String.join(", ", values) + ")");
        }
        boolean isTruth = type instanceof StandardType<?> && type.kind() == StorageKind.BOOLEAN;
        String name = isTruth ? ((StandardType<?>) type).check() : null;
        if (name == null || hasBoolean()) {
            return null;
        }
        return new TypeCheck(name.isEmpty() ? null : name, columnName(column) + " IN (0, 1)");
    }

    /**
     * Return an action of a foreign key, without what the database does by itself.
     *
     * @param action the action, or {@code null}
     * @return the action, or {@code null} if nothing need be said
     */
    protected ForeignKey.@Nullable Action effective(ForeignKey.@Nullable Action action) {
        return action == ForeignKey.Action.NO_ACTION ? null : action;
    }

    /**
     * Return where the database sorts NULL if nothing is said.
     *
     * @param isDescending whether it sorts downwards
     * @return whether NULL comes first
     */
    protected boolean sortsNullsFirst(boolean isDescending) {
        return !isDescending;
    }

    /**
     * Return whether the database tells the names of primary keys.
     *
     * @return whether it does
     */
    protected boolean keepsKeyNames() {
        return true;
    }

    /**
     * Return whether a unique constraint is nothing but a unique index.
     *
     * @return whether it is
     */
    protected boolean keepsUniquesAsIndexes() {
        return false;
    }

    /**
     * Return whether a boolean column holds nothing but true and false.
     *
     * @return whether the database sees to it
     */
    protected boolean hasBoolean() {
        return false;
    }

    /**
     * Write a constraint as CREATE TABLE and ALTER TABLE … ADD have it.
     *
     * @param constraint the constraint
     * @return its name, if it has one, and what it demands
     * @throws CompileException if the database has no such constraint
     */
    protected final String constraint(Constraint constraint) {
        String name = constraintName(constraint);
        String prefix = name == null ? "" : "CONSTRAINT " + name + " ";
        if (constraint instanceof ForeignKey key) {
            return prefix + foreignKey(key) + deferral(key);
        } else if (constraint instanceof UniqueConstraint unique) {
            return prefix + unique(unique) + deferral(unique);
        } else if (constraint instanceof CheckConstraint check) {
            return prefix + "CHECK (" + definition(check.condition()) + ")" + deferral(check);
        } else if (constraint instanceof ExcludeConstraint exclude) {
            return prefix + exclude(exclude) + deferral(exclude);
        }
        return prefix + primaryKey((PrimaryKey) constraint) + deferral(constraint);
    }

    /**
     * Write the name of a constraint.
     *
     * @param constraint the constraint
     * @return its SQL, or {@code null} if the database makes a name
     */
    protected final @Nullable String constraintName(Constraint constraint) {
        String name = constraint.name();
        return name == null ? null : identifier(constraint.isNameMade() ? shortened(name) : name);
    }

    /**
     * Write a primary key.
     *
     * @param key the key
     * @return its SQL without name
     */
    protected String primaryKey(PrimaryKey key) {
        return "PRIMARY KEY (" + columnNames(key.columns()) + ")";
    }

    /**
     * Write a unique constraint.
     *
     * @param unique the constraint
     * @return its SQL without name
     * @throws CompileException if NULL is to equal NULL, and the database cannot have it so
     */
    protected String unique(UniqueConstraint unique) {
        if (unique.nullsNotDistinct() && !hasNullsNotDistinct()) {
            throw new CompileException(
                    "%s takes NULL for equal to NULL, which dialect [%s] cannot; leave it out, or use an index over an expression"
                            .formatted(unique, dialect()));
        }
        return "UNIQUE " + (unique.nullsNotDistinct() ? "NULLS NOT DISTINCT " : "") + "("
                + columnNames(unique.columns()) + ")";
    }

    /**
     * Return whether the database has {@code NULLS NOT DISTINCT}.
     *
     * @return whether it has
     */
    protected boolean hasNullsNotDistinct() {
        return false;
    }

    /**
     * Write an exclusion constraint.
     *
     * @param exclude the constraint
     * @return its SQL without name
     * @throws CompileException if the database has none
     */
    protected String exclude(ExcludeConstraint exclude) {
        throw new CompileException("%s is an exclusion, which dialect [%s] has not; use a check or a unique constraint"
                .formatted(exclude, dialect()));
    }

    private String foreignKey(ForeignKey key) {
        StringBuilder sql = new StringBuilder("FOREIGN KEY(").append(columnNames(key.columns()));
        sql.append(") REFERENCES ").append(tableName(key.target()));
        sql.append(" (").append(columnNames(key.referredColumns())).append(")");
        if (key.match() != null) {
            sql.append(" MATCH ").append(key.match());
        }
        if (key.onDelete() != null) {
            sql.append(" ON DELETE ").append(key.onDelete().sql());
        }
        if (key.onUpdate() != null) {
            sql.append(" ON UPDATE ").append(key.onUpdate().sql());
        }
        return sql.toString();
    }

    /**
     * Write when a constraint is checked, and what else stands at its end.
     *
     * @param constraint the constraint
     * @return the SQL, empty if nothing was stated
     */
    protected String deferral(Constraint constraint) {
        StringBuilder sql = new StringBuilder();
        if (constraint.deferrable() != null) {
            sql.append(constraint.deferrable() ? " DEFERRABLE" : " NOT DEFERRABLE");
        }
        if (constraint.initiallyDeferred() != null) {
            sql.append(constraint.initiallyDeferred() ? " INITIALLY DEFERRED" : " INITIALLY IMMEDIATE");
        }
        return sql.toString();
    }

    /**
     * Write ALTER TABLE … ADD of a constraint.
     *
     * @param constraint the constraint
     * @return the statement
     */
    public String addConstraint(Constraint constraint) {
        return "ALTER TABLE " + tableName(constraint.table()) + " ADD " + constraint(constraint);
    }

    /**
     * Write ALTER TABLE … DROP of a constraint.
     *
     * @param constraint the constraint
     * @param options whether it must exist, and what becomes of what depends on it
     * @return the statement
     * @throws CompileException if the constraint has no name
     */
    public String dropConstraint(Constraint constraint, DdlOption... options) {
        Set<DdlOption> chosen = Set.of(options);
        return "ALTER TABLE " + tableName(constraint.table()) + " DROP CONSTRAINT "
                + (chosen.contains(DdlOption.IF_EXISTS) ? "IF EXISTS " : "")
                + nameToDrop(constraint)
                + (chosen.contains(DdlOption.CASCADE) ? " CASCADE" : "");
    }

    /**
     * Write the name of a constraint that is to be dropped.
     *
     * @param constraint the constraint
     * @return its SQL
     * @throws CompileException if it has none
     */
    protected final String nameToDrop(Constraint constraint) {
        if (constraint.name() == null) {
            throw new CompileException(
                    "%s has no name and cannot be dropped; name it, or give the metadata a naming convention"
                            .formatted(constraint));
        }
        return Objects.requireNonNull(constraintName(constraint));
    }
}
