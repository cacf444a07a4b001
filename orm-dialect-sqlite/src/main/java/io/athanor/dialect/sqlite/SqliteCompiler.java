package io.athanor.dialect.sqlite;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.tree.Select;

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
    protected void limit(Select<?> select) {
        if (select.limits().isEmpty() && select.offsets().isEmpty()) {
            return;
        }
        append("\n LIMIT ");
        if (select.limits().isEmpty()) {
            bind(NO_LIMIT);
        } else {
            compile(select.limits().get(0));
        }
        append(" OFFSET ");
        if (select.offsets().isEmpty()) {
            bind(0L);
        } else {
            compile(select.offsets().get(0));
        }
    }
}
