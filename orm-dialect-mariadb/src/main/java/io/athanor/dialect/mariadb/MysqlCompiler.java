package io.athanor.dialect.mariadb;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;

/** MySQL's SQL where it differs, and what MariaDB has in common with it. */
class MysqlCompiler extends SqlCompiler {
    MysqlCompiler(CompilerSettings settings) {
        super(settings);
    }
}
