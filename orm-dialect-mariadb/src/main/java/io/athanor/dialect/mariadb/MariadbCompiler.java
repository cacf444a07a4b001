package io.athanor.dialect.mariadb;

import org.jspecify.annotations.Nullable;
import io.athanor.sql.tree.Update;
import io.athanor.sql.tree.Statement;
import io.athanor.sql.compile.ReturningForm;
import io.athanor.sql.compile.CompilerSettings;

/** MariaDB's SQL where it differs from MySQL's. */
final class MariadbCompiler extends MysqlCompiler {
    MariadbCompiler(CompilerSettings settings) {
        super(settings);
    }

    /** MariaDB has no alias for the proposed row. */
    @Override
    protected @Nullable String proposedRowName() {
        return null;
    }

    @Override
    protected ReturningForm returningForm(Statement change) {
        return change instanceof Update ? ReturningForm.NONE : ReturningForm.CLAUSE;
    }
}
