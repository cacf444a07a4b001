package io.athanor.dialect.postgresql;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;

/** PostgreSQL's SQL where it differs. */
final class PostgresqlCompiler extends SqlCompiler {
    PostgresqlCompiler(CompilerSettings settings) {
        super(settings);
    }
}
