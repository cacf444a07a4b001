package io.athanor.dialect.sqlite;

import io.athanor.engine.dialect.QueryRunner;
import io.athanor.engine.dialect.Reflected;
import io.athanor.engine.dialect.Reflected.Kind;
import io.athanor.engine.dialect.SchemaReader;
import io.athanor.sql.type.SqlType;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks by pragmas, and reads the definitions that SQLite keeps. */
final class SqliteSchemaReader implements SchemaReader {
    private static final String NOT_ITS_OWN = " AND name NOT LIKE 'sqlite~_%' ESCAPE '~'";

    private final SqliteColumnReader columns = new SqliteColumnReader();

    @Override
    public boolean hasTable(QueryRunner runner, @Nullable String schema, String table) {
        String prefix = schema == null ? "" : SqliteWords.QUOTER.quoted(schema) + ".";
        return runner.query(
                "PRAGMA " + prefix + "table_info(" + SqliteWords.QUOTER.quoted(table) + ")",
                List.of(),
                ResultSet::next);
    }

    @Override
    public SqlType<?> type(String sql) {
        return columns.type(sql);
    }

    /** Each attached database file is a schema. */
    @Override
    public List<String> schemas(QueryRunner runner) {
        return runner
                .list("SELECT name FROM pragma_database_list WHERE name <> 'temp'", List.of(), row -> row.getString(1))
                .stream()
                .sorted()
                .toList();
    }

    @Override
    public String defaultSchema(QueryRunner runner) {
        return "main";
    }

    /** Where tables of a scope may lie: the temporary ones last, since they hide others of the same name. */
    static List<String> databases(@Nullable String schema) {
        return schema == null ? List.of("main", "temp") : List.of(schema);
    }

    @Override
    public List<Reflected.Relation> relations(QueryRunner runner, @Nullable String schema) {
        List<Reflected.Relation> all = new ArrayList<>();
        for (String database : databases(schema)) {
            all.addAll(runner.list(
                    "SELECT name, type FROM " + SqliteWords.QUOTER.quoted(database)
                            + ".sqlite_master WHERE type IN ('table', 'view')" + NOT_ITS_OWN,
                    List.of(),
                    row -> new Reflected.Relation(
                            row.getString(1),
                            row.getString(2).equals("view") ? Kind.VIEW : Kind.TABLE,
                            database.equals("temp"),
                            false)));
        }
        all.sort(Comparator.comparing(Reflected.Relation::name));
        return all;
    }

    /** The definitions of some kind, by the table that they belong to. */
    private static <T> Map<String, List<T>> definitions(
            QueryRunner runner, Scope scope, String type, BiFunction<String, String, T> read) {
        Map<String, List<T>> byTable = new LinkedHashMap<>();
        for (String database : databases(scope.schema())) {
            Map<String, List<T>> ofDatabase = new LinkedHashMap<>();
            runner.query(
                    "SELECT tbl_name, name, sql FROM " + SqliteWords.QUOTER.quoted(database)
                            + ".sqlite_master WHERE type = '" + type + "' AND sql IS NOT NULL" + NOT_ITS_OWN
                            + SqliteColumnReader.ofTables("tbl_name", scope) + " ORDER BY tbl_name, name",
                    SqliteColumnReader.parameters(scope),
                    rows -> {
                        while (rows.next()) {
                            ofDatabase
                                    .computeIfAbsent(rows.getString(1), any -> new ArrayList<>())
                                    .add(read.apply(rows.getString(2), rows.getString(3)));
                        }
                        return ofDatabase;
                    });
            byTable.putAll(ofDatabase);
        }
        return byTable;
    }

    private static <T> Map<String, T> ofTables(QueryRunner runner, Scope scope, Function<SqliteTableSql, T> part) {
        Map<String, T> parts = new LinkedHashMap<>();
        definitions(runner, scope, "table", (name, sql) -> part.apply(new SqliteTableSql(sql)))
                .forEach((table, list) -> parts.put(table, list.get(0)));
        return parts;
    }

    @Override
    public Map<String, List<Reflected.Column>> columns(QueryRunner runner, Scope scope) {
        return columns.read(runner, scope, ofTables(runner, scope, Function.identity()));
    }

    @Override
    public Map<String, Reflected.PrimaryKey> primaryKeys(QueryRunner runner, Scope scope) {
        Map<String, SqliteTableSql> definitions = ofTables(runner, scope, Function.identity());
        Map<String, Reflected.PrimaryKey> keys = new LinkedHashMap<>();
        columns.primaryKeys(runner, scope).forEach((table, columnsOfKey) -> {
            SqliteTableSql definition = definitions.get(table);
            String name = definition == null ? null : definition.keyName();
            keys.put(table, new Reflected.PrimaryKey(name, columnsOfKey));
        });
        return keys;
    }

    /** A key stays within its database file; one that names no columns refers to the primary key. */
    @Override
    public Map<String, List<Reflected.ForeignKey>> foreignKeys(QueryRunner runner, Scope scope) {
        Map<String, List<Reflected.ForeignKey>> keys = ofTables(runner, scope, definition -> definition.foreignKeys);
        boolean isEachComplete = keys.values().stream()
                .flatMap(List::stream)
                .noneMatch(key -> key.referred().columns().isEmpty());
        Map<String, List<String>> primaryKeys =
                isEachComplete ? Map.of() : columns.primaryKeys(runner, new Scope(scope.schema(), null));
        Map<String, List<Reflected.ForeignKey>> complete = new LinkedHashMap<>();
        keys.forEach((table, list) -> complete.put(
                table,
                list.stream()
                        .map(key -> complete(key, scope.schema(), primaryKeys))
                        .sorted(byName(Reflected.ForeignKey::name))
                        .toList()));
        return complete;
    }

    private static Reflected.ForeignKey complete(
            Reflected.ForeignKey key, @Nullable String schema, Map<String, List<String>> primaryKeys) {
        Reflected.Referred referred = key.referred();
        List<String> columnsOfKey = !referred.columns().isEmpty()
                ? referred.columns()
                : primaryKeys.entrySet().stream()
                        .filter(entry -> entry.getKey().equalsIgnoreCase(referred.table()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(key.columns());
        return new Reflected.ForeignKey(
                key.name(),
                key.columns(),
                new Reflected.Referred(schema, referred.table(), columnsOfKey),
                key.options());
    }

    @Override
    public Map<String, List<Reflected.Unique>> uniques(QueryRunner runner, Scope scope) {
        return ofTables(
                runner,
                scope,
                definition -> definition.uniques.stream()
                        .sorted(byName(Reflected.Unique::name))
                        .toList());
    }

    @Override
    public Map<String, List<Reflected.Check>> checks(QueryRunner runner, Scope scope) {
        return ofTables(
                runner,
                scope,
                definition -> definition.checks.stream()
                        .sorted(byName(Reflected.Check::name))
                        .toList());
    }

    /** Those without a name come last, in the order of their definition. */
    private static <T> Comparator<T> byName(Function<T, @Nullable String> name) {
        return Comparator.comparing(name, Comparator.nullsLast(Comparator.naturalOrder()));
    }

    @Override
    public Map<String, List<Reflected.Index>> indexes(QueryRunner runner, Scope scope) {
        return definitions(runner, scope, "index", SqliteIndexSql::read);
    }

    @Override
    public Map<String, Map<String, Object>> options(QueryRunner runner, Scope scope) {
        return ofTables(runner, scope, definition -> definition.options);
    }

    @Override
    public List<String> brokenForeignKeys(QueryRunner runner) {
        return runner.list("PRAGMA foreign_key_check", List.of(), row -> row.getString(1)).stream()
                .distinct()
                .toList();
    }

    @Override
    public List<String> triggers(QueryRunner runner, @Nullable String schema, String table) {
        return definitions(runner, Scope.of(schema, table), "trigger", (name, sql) -> sql)
                .getOrDefault(table, List.of());
    }

    @Override
    public Map<String, String> viewDefinitions(QueryRunner runner, Scope scope) {
        Map<String, String> views = new LinkedHashMap<>();
        definitions(runner, scope, "view", (name, sql) -> sql).forEach((view, list) -> views.put(view, list.get(0)));
        return views;
    }
}
