package io.athanor.dialect.h2;

import io.athanor.engine.dialect.QueryRunner;
import io.athanor.engine.dialect.SchemaReader;
import java.sql.ResultSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the information schema. H2 folds names without quotes, to upper case unless it is told otherwise. */
final class H2SchemaReader implements SchemaReader {
    private static final String BY_NAME = "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE ";

    @Override
    public boolean hasTable(QueryRunner runner, @Nullable String schema, String table) {
        String sql = BY_NAME + matching("TABLE_SCHEMA", schema) + " AND " + matching("TABLE_NAME", table);
        List<String> parameters = schema == null ? List.of(table) : List.of(schema, table);
        return runner.query(sql, parameters, ResultSet::next);
    }

    private static String matching(String column, @Nullable String name) {
        if (name == null) {
            return column + " = SCHEMA()";
        }
        return H2Words.QUOTER.requiresQuotes(name) ? column + " = ?" : "LOWER(" + column + ") = ?";
    }
}
