package io.athanor.dialect.postgresql;

import io.athanor.sql.error.CompileException;
import io.athanor.sql.tree.ConflictClause;
import io.athanor.sql.compile.OtherTables;
import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;

/** PostgreSQL's SQL where it differs. */
final class PostgresqlCompiler extends SqlCompiler {
    PostgresqlCompiler(CompilerSettings settings) {
        super(settings);
    }

    @Override
    protected boolean returnsGeneratedKey() {
        return true;
    }

    @Override
    protected OtherTables tablesOfUpdate() {
        return OtherTables.CLAUSE;
    }

    @Override
    protected OtherTables tablesOfDelete() {
        return OtherTables.CLAUSE;
    }

    @Override
    public void visitConflict(ConflictClause node) {
        if (!node.changes().isEmpty() && node.target().isEmpty() && node.constraint() == null) {
            throw new CompileException(
                    "PostgreSQL updates on conflict with one key only; name its columns in onConflict(…), or its constraint");
        }
        super.visitConflict(node);
    }
}
