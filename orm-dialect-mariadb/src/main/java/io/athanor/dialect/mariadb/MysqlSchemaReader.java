package io.athanor.dialect.mariadb;

import io.athanor.engine.dialect.QueryRunner;
import io.athanor.engine.dialect.SchemaReader;
import java.sql.ResultSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the information schema; a schema is a database. */
final class MysqlSchemaReader implements SchemaReader {
    private static final String BY_NAME = "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES"
            + " WHERE TABLE_TYPE <> 'SEQUENCE' AND TABLE_NAME = ? AND TABLE_SCHEMA = ";

    @Override
    public boolean hasTable(QueryRunner runner, @Nullable String schema, String table) {
        return schema == null
                ? runner.query(BY_NAME + "DATABASE()", List.of(table), ResultSet::next)
                : runner.query(BY_NAME + "?", List.of(table, schema), ResultSet::next);
    }
}
