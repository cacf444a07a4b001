package io.athanor.dialect.sqlite;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.ddl.DdlCompiler;
import io.athanor.sql.schema.Column;
import java.util.function.Supplier;

/** SQLite's DDL where it differs. */
final class SqliteDdl extends DdlCompiler {
    SqliteDdl(CompilerSettings settings, Supplier<? extends SqlCompiler> expressions) {
        super(settings, expressions);
    }

    /** Only a key of the very type INTEGER is numbered by SQLite; it has 64 bits under any name. */
    @Override
    protected String type(Column<?> column) {
        return column.autoincrement() ? "INTEGER" : super.type(column);
    }
}
