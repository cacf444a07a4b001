package io.athanor.dialect.postgresql;

import io.athanor.engine.dialect.QueryRunner;
import io.athanor.engine.dialect.SchemaReader;
import java.sql.ResultSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the catalogue, for what a statement would find on the search path unless a schema is named. */
final class PostgresqlSchemaReader implements SchemaReader {
    private static final String BY_NAME = "SELECT c.relname FROM pg_catalog.pg_class c"
            + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
            + " WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm') AND c.relname = ? AND ";

    @Override
    public boolean hasTable(QueryRunner runner, @Nullable String schema, String table) {
        return schema == null
                ? runner.query(BY_NAME + "pg_catalog.pg_table_is_visible(c.oid)", List.of(table), ResultSet::next)
                : runner.query(BY_NAME + "n.nspname = ?", List.of(table, schema), ResultSet::next);
    }
}
