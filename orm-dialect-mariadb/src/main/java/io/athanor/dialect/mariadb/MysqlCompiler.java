package io.athanor.dialect.mariadb;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.ConflictForm;
import io.athanor.sql.compile.OtherTables;
import io.athanor.sql.compile.ReturningForm;
import io.athanor.sql.schema.Sequence;
import io.athanor.sql.tree.ForUpdate;
import io.athanor.sql.tree.JoinKind;
import io.athanor.sql.tree.RowLimit;
import io.athanor.sql.tree.Statement;
import org.jspecify.annotations.Nullable;

/** MySQL's SQL where it differs, and what MariaDB has in common with it. */
class MysqlCompiler extends MysqlExpressions {
    /** The documented way to say that there is no limit. */
    private static final String NO_LIMIT = "18446744073709551615";

    MysqlCompiler(CompilerSettings settings) {
        super(settings);
    }

    /** A boolean is a small number, though it has words for its values. */
    @Override
    protected boolean hasNativeBoolean() {
        return false;
    }

    @Override
    protected String booleanLiteral(boolean isTrue) {
        return isTrue ? "true" : "false";
    }

    @Override
    protected String joinKeyword(JoinKind kind) {
        return kind == JoinKind.INNER ? "INNER JOIN" : super.joinKeyword(kind);
    }

    @Override
    protected void limit(RowLimit limit) {
        append(" \n LIMIT ");
        if (limit.offset() != null) {
            compile(limit.offset()).append(", ");
        }
        if (limit.limit() == null) {
            append(NO_LIMIT);
        } else {
            compile(limit.limit());
        }
    }

    @Override
    protected String hintBehind(String hint) {
        return " " + hint;
    }

    /**
     * Return whether a lock may name tables.
     *
     * @return whether it may; if not, all are locked
     */
    boolean hasLockedTables() {
        return true;
    }

    @Override
    public void visitForUpdate(ForUpdate node) {
        append(
                switch (node.strength()) {
                    case UPDATE, NO_KEY_UPDATE -> " FOR UPDATE";
                    case SHARE, KEY_SHARE -> " LOCK IN SHARE MODE";
                });
        append(hasLockedTables() ? lockedTables(node) : "");
        append(
                switch (node.waiting()) {
                    case WAIT -> "";
                    case NOWAIT -> " NOWAIT";
                    case SKIP_LOCKED -> " SKIP LOCKED";
                });
    }

    /** MariaDB has sequences; MySQL refuses the function when it meets it. */
    @Override
    protected void nextValue(Sequence sequence) {
        append("nextval(").append(sequenceName(sequence)).append(")");
    }

    @Override
    protected String defaultValues() {
        return "() VALUES ()";
    }

    @Override
    protected ConflictForm conflictForm() {
        return ConflictForm.ON_DUPLICATE_KEY;
    }

    @Override
    protected @Nullable String proposedRowName() {
        return "new";
    }

    @Override
    protected ReturningForm returningForm(Statement change) {
        return ReturningForm.NONE;
    }

    @Override
    protected OtherTables tablesOfUpdate() {
        return OtherTables.LIST;
    }

    @Override
    protected OtherTables tablesOfDelete() {
        return OtherTables.LIST;
    }

    @Override
    protected boolean hasFetch() {
        return false;
    }

    @Override
    protected boolean limitsChanges() {
        return true;
    }

    @Override
    protected boolean hasWithBeforeSelect() {
        return true;
    }
}
