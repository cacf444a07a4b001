package io.athanor.dialect.mariadb;

import org.jspecify.annotations.Nullable;
import io.athanor.sql.tree.Statement;
import io.athanor.sql.compile.ReturningForm;
import io.athanor.sql.compile.ConflictForm;
import io.athanor.sql.compile.OtherTables;
import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;

/** MySQL's SQL where it differs, and what MariaDB has in common with it. */
class MysqlCompiler extends SqlCompiler {
    MysqlCompiler(CompilerSettings settings) {
        super(settings);
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
    protected boolean limitsChanges() {
        return true;
    }
}
