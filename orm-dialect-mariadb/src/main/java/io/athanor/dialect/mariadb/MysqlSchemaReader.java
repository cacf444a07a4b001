package io.athanor.dialect.mariadb;

import io.athanor.engine.dialect.QueryRunner;
import io.athanor.engine.dialect.Reflected;
import io.athanor.engine.dialect.Reflected.Kind;
import io.athanor.engine.dialect.SchemaReader;
import io.athanor.sql.type.SqlType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the information schema; a schema is a database. */
final class MysqlSchemaReader implements SchemaReader {
    private static final String BY_NAME = "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES"
            + " WHERE TABLE_TYPE <> 'SEQUENCE' AND TABLE_NAME = ? AND TABLE_SCHEMA = ";
    private static final String TABLES =
            "SELECT T.TABLE_NAME, T.TABLE_TYPE, T.TABLE_COMMENT, T.ENGINE, T.TABLE_COLLATION"
                    + " FROM INFORMATION_SCHEMA.TABLES T";
    private static final long USUAL_CACHE = 1000;

    private final MysqlColumnReader columns;
    private final MysqlKeyReader keys;
    private final MysqlIndexReader indexes;
    private final boolean isMariadb;

    MysqlSchemaReader(MysqlTypeNames names, boolean isMariadb) {
        this.columns = new MysqlColumnReader(names, isMariadb);
        this.keys = new MysqlKeyReader(isMariadb);
        this.indexes = new MysqlIndexReader(isMariadb);
        this.isMariadb = isMariadb;
    }

    @Override
    public boolean hasTable(QueryRunner runner, @Nullable String schema, String table) {
        return schema == null
                ? runner.query(BY_NAME + "DATABASE()", List.of(table), ResultSet::next)
                : runner.query(BY_NAME + "?", List.of(table, schema), ResultSet::next);
    }

    @Override
    public SqlType<?> type(String sql) {
        return columns.type(sql);
    }

    @Override
    public List<String> schemas(QueryRunner runner) {
        return runner.list(
                "SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA WHERE LOWER(SCHEMA_NAME) NOT IN"
                        + " ('information_schema', 'mysql', 'performance_schema', 'sys') ORDER BY SCHEMA_NAME",
                List.of(),
                row -> row.getString(1));
    }

    @Override
    public String defaultSchema(QueryRunner runner) {
        return runner.query("SELECT DATABASE()", List.of(), rows -> {
            rows.next();
            return rows.getString(1);
        });
    }

    @Override
    public List<Reflected.Relation> relations(QueryRunner runner, @Nullable String schema) {
        List<Reflected.Relation> all = new ArrayList<>();
        new MysqlQuery(TABLES, "T", new Scope(schema, null), "AND T.TABLE_TYPE <> 'SEQUENCE'")
                .lists(
                        runner,
                        row -> new Reflected.Relation(
                                row.getString(1),
                                row.getString(2).endsWith("VIEW") ? Kind.VIEW : Kind.TABLE,
                                row.getString(2).equals("TEMPORARY"),
                                false))
                .values()
                .forEach(all::addAll);
        all.sort(Comparator.comparing(Reflected.Relation::name));
        return all;
    }

    @Override
    public List<Reflected.Sequence> sequences(QueryRunner runner, @Nullable String schema) {
        if (!isMariadb) {
            return List.of();
        }
        List<Reflected.Sequence> all = new ArrayList<>();
        new MysqlQuery(TABLES, "T", new Scope(schema, null), "AND T.TABLE_TYPE = 'SEQUENCE' ORDER BY T.TABLE_NAME")
                .lists(runner, row -> row.getString(1))
                .keySet()
                .forEach(name -> all.add(sequence(runner, schema, name)));
        return all;
    }

    /** How a sequence counts is told by the sequence alone. */
    private static Reflected.Sequence sequence(QueryRunner runner, @Nullable String schema, String name) {
        String prefix = schema == null ? "" : MysqlWords.MARIADB.quoted(schema) + ".";
        return runner.query(
                "SELECT START_VALUE, INCREMENT, MINIMUM_VALUE, MAXIMUM_VALUE, CYCLE_OPTION, CACHE_SIZE FROM " + prefix
                        + MysqlWords.MARIADB.quoted(name),
                List.of(),
                rows -> {
                    rows.next();
                    return new Reflected.Sequence(name, counting(rows).stated(null, Long.SIZE, USUAL_CACHE));
                });
    }

    /** The least and the greatest of 64 bits are kept for errors. */
    private static Reflected.Counting counting(ResultSet row) throws SQLException {
        long minimum = row.getLong(3);
        long maximum = row.getLong(4);
        return new Reflected.Counting(
                row.getLong(1),
                row.getLong(2),
                minimum == Long.MIN_VALUE + 1 ? Long.MIN_VALUE : minimum,
                maximum == Long.MAX_VALUE - 1 ? Long.MAX_VALUE : maximum,
                row.getBoolean(5),
                row.getLong(6));
    }

    @Override
    public Map<String, List<Reflected.Column>> columns(QueryRunner runner, Scope scope) {
        return columns.read(runner, scope);
    }

    @Override
    public Map<String, Reflected.PrimaryKey> primaryKeys(QueryRunner runner, Scope scope) {
        return keys.primaryKeys(runner, scope);
    }

    @Override
    public Map<String, List<Reflected.ForeignKey>> foreignKeys(QueryRunner runner, Scope scope) {
        return keys.foreignKeys(runner, scope);
    }

    @Override
    public Map<String, List<Reflected.Unique>> uniques(QueryRunner runner, Scope scope) {
        return indexes.uniques(runner, scope);
    }

    @Override
    public Map<String, List<Reflected.Check>> checks(QueryRunner runner, Scope scope) {
        return keys.checks(runner, scope);
    }

    @Override
    public Map<String, List<Reflected.Index>> indexes(QueryRunner runner, Scope scope) {
        return indexes.read(runner, scope, keys.foreignKeys(runner, scope));
    }

    @Override
    public Map<String, String> comments(QueryRunner runner, Scope scope) {
        Map<String, String> comments = new LinkedHashMap<>();
        new MysqlQuery(TABLES, "T", scope, "AND T.TABLE_COMMENT <> '' AND T.TABLE_TYPE <> 'VIEW'")
                .lists(runner, row -> row.getString(3))
                .forEach((table, list) -> comments.put(table, list.get(0)));
        return comments;
    }

    @Override
    public Map<String, Map<String, Object>> options(QueryRunner runner, Scope scope) {
        Map<String, Map<String, Object>> options = new LinkedHashMap<>();
        new MysqlQuery(TABLES, "T", scope, "AND T.ENGINE IS NOT NULL AND T.TABLE_COLLATION IS NOT NULL")
                .lists(runner, row -> Map.<String, Object>of("ENGINE", row.getString(4), "COLLATE", row.getString(5)))
                .forEach((table, list) -> options.put(table, list.get(0)));
        return options;
    }

    @Override
    public Map<String, String> viewDefinitions(QueryRunner runner, Scope scope) {
        Map<String, String> views = new LinkedHashMap<>();
        new MysqlQuery(
                        "SELECT V.TABLE_NAME, V.VIEW_DEFINITION FROM INFORMATION_SCHEMA.VIEWS V",
                        "V",
                        scope,
                        "ORDER BY V.TABLE_NAME")
                .lists(runner, row -> row.getString(2))
                .forEach((view, list) -> views.put(view, list.get(0)));
        return views;
    }
}
