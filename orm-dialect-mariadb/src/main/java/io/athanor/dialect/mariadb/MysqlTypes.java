package io.athanor.dialect.mariadb;

import io.athanor.sql.compile.TypeRenderer;

/** MySQL's and MariaDB's names of types. */
final class MysqlTypes extends TypeRenderer {}
