package io.athanor.dialect.postgresql;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.schema.Sequence;

/** PostgreSQL's SQL where it differs. */
final class PostgresqlCompiler extends PostgresqlExpressions {
    PostgresqlCompiler(CompilerSettings settings) {
        super(settings);
    }

    @Override
    protected void nextValue(Sequence sequence) {
        append("nextval(").append(stringLiteral(sequenceName(sequence))).append(")");
    }
}
