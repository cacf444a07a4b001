package io.athanor.dialect.postgresql;

import io.athanor.sql.compile.TypeRenderer;

/** PostgreSQL's names of types. */
final class PostgresqlTypes extends TypeRenderer {}
