package io.athanor.dialect.postgresql;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.ddl.DdlCompiler;
import java.util.function.Supplier;

/** PostgreSQL's DDL where it differs. */
final class PostgresqlDdl extends DdlCompiler {
    PostgresqlDdl(CompilerSettings settings, Supplier<? extends SqlCompiler> expressions) {
        super(settings, expressions);
    }
}
