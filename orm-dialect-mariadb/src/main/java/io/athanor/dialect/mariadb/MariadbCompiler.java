package io.athanor.dialect.mariadb;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.OtherTables;
import io.athanor.sql.compile.ReturningForm;
import io.athanor.sql.tree.Operator;
import io.athanor.sql.tree.Regexp;
import io.athanor.sql.tree.RegexpReplacement;
import io.athanor.sql.tree.Statement;
import io.athanor.sql.tree.Update;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.StorageKind;
import org.jspecify.annotations.Nullable;

/** MariaDB's SQL where it differs from MySQL's. */
final class MariadbCompiler extends MysqlCompiler {
    MariadbCompiler(CompilerSettings settings) {
        super(settings);
    }

    /** Flags are a part of the regular expression. */
    @Override
    void regexp(Regexp node, String flags) {
        operand(node.value(), Operator.REGEXP);
        append(node.isNegated() ? " NOT REGEXP " : " REGEXP ").append("CONCAT('(?', " + flags + ", ')', ");
        compile(node.pattern()).append(")");
    }

    @Override
    void pattern(RegexpReplacement node) {
        if (node.flags() == null) {
            super.pattern(node);
        } else {
            append("CONCAT('(?', " + stringLiteral(node.flags()) + ", ')', ");
            compile(node.pattern()).append(")");
        }
    }

    @Override
    String replacementFlags(RegexpReplacement node) {
        return "";
    }

    /** CAST knows no floating-point numbers in all versions. */
    @Override
    @Nullable String floatingCastType(SqlType<?> type) {
        return null;
    }

    /** JSON is text, whose name CAST does not know. */
    @Override
    @Nullable String castType(SqlType<?> type) {
        return type.kind() == StorageKind.JSON ? null : super.castType(type);
    }

    @Override
    protected boolean deletesByAlias() {
        return false;
    }

    @Override
    boolean hasLockedTables() {
        return false;
    }

    /** MariaDB has no alias for the proposed row. */
    @Override
    protected @Nullable String proposedRowName() {
        return null;
    }

    @Override
    protected boolean hasWithBeforeChanges() {
        return false;
    }

    @Override
    protected ReturningForm returningForm(Statement change) {
        return change instanceof Update ? ReturningForm.NONE : ReturningForm.CLAUSE;
    }

    /** A DELETE that lists its tables yields no rows. */
    @Override
    protected OtherTables tablesOfDelete() {
        return yieldsRows() ? OtherTables.SUBQUERY : super.tablesOfDelete();
    }

    @Override
    protected boolean usesSequences() {
        return true;
    }
}
