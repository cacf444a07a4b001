package io.athanor.dialect.sqlite;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.tree.ForUpdate;
import io.athanor.sql.tree.RowLimit;

/** SQLite's SQL where it differs. */
final class SqliteCompiler extends SqlCompiler {
    private static final long NO_LIMIT = -1;

    SqliteCompiler(CompilerSettings settings) {
        super(settings);
    }

    @Override
    protected boolean hasNativeBoolean() {
        return false;
    }

    @Override
    protected String emptySet() {
        return "SELECT 1 FROM (SELECT 1) WHERE 1!=1";
    }

    /** LIMIT and OFFSET come together: SQLite knows no OFFSET alone, and one form serves both. */
    @Override
    protected void limit(RowLimit limit) {
        append("\n LIMIT ");
        if (limit.limit() == null) {
            bind(NO_LIMIT);
        } else {
            compile(limit.limit());
        }
        append(" OFFSET ");
        if (limit.offset() == null) {
            bind(0L);
        } else {
            compile(limit.offset());
        }
    }

    /** The whole database is locked by who writes. */
    @Override
    public void visitForUpdate(ForUpdate node) {
        append("");
    }
}
