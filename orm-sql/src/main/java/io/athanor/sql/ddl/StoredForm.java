package io.athanor.sql.ddl;

import io.athanor.sql.schema.CheckConstraint;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Constraint;
import io.athanor.sql.schema.ForeignKey;
import io.athanor.sql.schema.Index;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.type.EnumType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a database will hold of what is declared, as far as its DDL compiler knows: the terms in which what is declared and
 * what is there can be compared. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class StoredForm {
    private final DdlCompiler ddl;

    StoredForm(DdlCompiler ddl) {
        this.ddl = ddl;
    }

    /**
     * How the database numbers the rows by a column.
     *
     * @param isOwn whether in its own way
     * @param identity as an identity, or {@code null}
     */
    public record Numbering(boolean isOwn, Column.@Nullable Identity identity) {
        /** Not at all. */
        public static final Numbering NONE = new Numbering(false, null);

        /** In the database's own way. */
        public static final Numbering OWN = new Numbering(true, null);
    }

    /**
     * A check.
     *
     * @param name its name, or {@code null} if the database makes one
     * @param sql the condition
     * @param column the column whose type demands it, or {@code null} if it was stated as a constraint
     */
    public record Check(
            @Nullable String name, String sql, @Nullable Column<?> column) {}

    /**
     * Return the type of a column, without what numbers the rows.
     *
     * @param column the column
     * @return its SQL
     */
    public String type(Column<?> column) {
        return ddl.storedType(column);
    }

    /**
     * Return the default of a column.
     *
     * @param column the column
     * @return its SQL, or {@code null} if there is none
     */
    public @Nullable String defaultOf(Column<?> column) {
        return ddl.serverDefault(column);
    }

    /**
     * Return how a column is numbered.
     *
     * @param column the column
     * @return how
     */
    public Numbering numbering(Column<?> column) {
        return ddl.numbering(column);
    }

    /**
     * Return an expression as a definition has it.
     *
     * @param expression the expression
     * @return its SQL
     */
    public String expression(SqlNode expression) {
        return ddl.definition(expression);
    }

    /**
     * Return the checks of a table, those that types demand included.
     *
     * @param table the table
     * @return the checks
     */
    public List<Check> checks(Table table) {
        List<Check> checks = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof CheckConstraint check) {
                checks.add(new Check(nameOf(check), expression(check.condition()), null));
            }
        }
        for (Column<?> column : table.columns()) {
            TableDdl.TypeCheck check = ddl.typeCheck(column);
            if (check != null) {
                checks.add(new Check(check.name(), check.sql(), column));
            }
        }
        return checks;
    }

    /**
     * Return the name of a constraint.
     *
     * @param constraint the constraint
     * @return its name, not quoted, or {@code null} if the database makes one
     */
    public @Nullable String nameOf(Constraint constraint) {
        String name = constraint.name();
        return name == null ? null : ddl.shortened(name);
    }

    /**
     * Return the name of an index.
     *
     * @param index the index
     * @return its name, not quoted
     */
    public String nameOf(Index index) {
        return index.isNameMade() ? ddl.shortened(index.name()) : index.name();
    }

    /**
     * Return whether the database keeps comments.
     *
     * @return whether it does
     */
    public boolean keepsComments() {
        return ddl.keepsComments();
    }

    /**
     * Return whether comments are set by statements of their own.
     *
     * @return whether they are
     */
    public boolean setsCommentsApart() {
        return ddl.hasComments();
    }

    /**
     * Return whether a unique constraint is nothing but a unique index.
     *
     * @return whether it is
     */
    public boolean keepsUniquesAsIndexes() {
        return ddl.keepsUniquesAsIndexes();
    }

    /**
     * Return whether the database can add and drop constraints of a table that exists; if not, such a table is made anew.
     *
     * @return whether it can
     */
    public boolean altersConstraints() {
        return ddl.canAlterConstraints();
    }

    /**
     * Return whether the database has sequences.
     *
     * @return whether it has
     */
    public boolean hasSequences() {
        return ddl.hasSequences();
    }

    /**
     * Return whether an enum is a type that the database makes by a statement of its own.
     *
     * @param type the enum
     * @return whether it is
     */
    public boolean isMade(EnumType<?> type) {
        return ddl.makesEnums() && ddl.settings.types().isNative(type);
    }

    /**
     * Return whether the database holds a foreign key to its target.
     *
     * @param key the key
     * @return whether it does
     */
    public boolean holds(ForeignKey key) {
        return ddl.canRefer(key);
    }

    /**
     * Return an action of a foreign key, without what the database does by itself.
     *
     * @param action the action, or {@code null}
     * @return the action, or {@code null} if nothing need be said
     */
    public ForeignKey.@Nullable Action action(ForeignKey.@Nullable Action action) {
        return ddl.effective(action);
    }

    /**
     * Return where the database sorts NULL if nothing is said.
     *
     * @param isDescending whether it sorts downwards
     * @return whether NULL comes first
     */
    public boolean sortsNullsFirst(boolean isDescending) {
        return ddl.sortsNullsFirst(isDescending);
    }

    /**
     * Return whether the database tells the names of primary keys.
     *
     * @return whether it does
     */
    public boolean keepsKeyNames() {
        return ddl.keepsKeyNames();
    }
}
