package io.athanor.dialect.mariadb;

import io.athanor.sql.compile.CompilerSettings;

/** MySQL's SQL where it differs, and what MariaDB has in common with it. */
class MysqlCompiler extends MysqlExpressions {
    MysqlCompiler(CompilerSettings settings) {
        super(settings);
    }
}
