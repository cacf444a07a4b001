package io.athanor.dialect.sqlite;

import io.athanor.engine.dialect.QueryRunner;
import io.athanor.engine.dialect.SchemaReader;
import java.sql.ResultSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks by pragmas. */
final class SqliteSchemaReader implements SchemaReader {
    @Override
    public boolean hasTable(QueryRunner runner, @Nullable String schema, String table) {
        String prefix = schema == null ? "" : SqliteWords.QUOTER.quoted(schema) + ".";
        return runner.query(
                "PRAGMA " + prefix + "table_info(" + SqliteWords.QUOTER.quoted(table) + ")",
                List.of(),
                ResultSet::next);
    }
}
