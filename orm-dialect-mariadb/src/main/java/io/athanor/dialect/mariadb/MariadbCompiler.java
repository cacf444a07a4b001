package io.athanor.dialect.mariadb;

import io.athanor.sql.compile.CompilerSettings;

/** MariaDB's SQL where it differs from MySQL's. */
final class MariadbCompiler extends MysqlCompiler {
    MariadbCompiler(CompilerSettings settings) {
        super(settings);
    }

    @Override
    boolean hasLockedTables() {
        return false;
    }
}
