package io.athanor.dialect.mariadb;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.schema.Sequence;

/** MySQL's SQL where it differs, and what MariaDB has in common with it. */
class MysqlCompiler extends MysqlExpressions {
    MysqlCompiler(CompilerSettings settings) {
        super(settings);
    }

    /** MariaDB has sequences; MySQL refuses the function when it meets it. */
    @Override
    protected void nextValue(Sequence sequence) {
        append("nextval(").append(sequenceName(sequence)).append(")");
    }
}
