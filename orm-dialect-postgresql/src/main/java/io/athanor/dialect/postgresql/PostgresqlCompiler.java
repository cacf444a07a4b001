package io.athanor.dialect.postgresql;

import io.athanor.sql.compile.CompilerSettings;

/** PostgreSQL's SQL where it differs. */
final class PostgresqlCompiler extends PostgresqlExpressions {
    PostgresqlCompiler(CompilerSettings settings) {
        super(settings);
    }
}
