package io.athanor.dialect.sqlite;

import io.athanor.engine.dialect.QueryRunner;
import io.athanor.engine.dialect.Reflected;
import io.athanor.engine.dialect.SchemaReader.Scope;
import io.athanor.engine.dialect.TypeReader;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import io.athanor.sql.type.StandardType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads columns and their types. */
final class SqliteColumnReader {
    private static final Pattern GENERATED = Pattern.compile("\\s*\\bGENERATED ALWAYS\\b", Pattern.CASE_INSENSITIVE);
    private static final int HIDDEN = 1;

    private final TypeReader types = new TypeReader(new SqliteTypes()).otherwise(SqliteColumnReader::byAffinity);

    SqlType<?> type(String sql) {
        return sql.isBlank() ? SqlTypes.OTHER : types.read(sql);
    }

    /** SQLite takes any words for a type and goes by what they hold. */
    private static @Nullable SqlType<?> byAffinity(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (upper.contains("INT")) {
            return SqlTypes.BIGINT;
        } else if (upper.contains("CHAR") || upper.contains("CLOB") || upper.contains("TEXT")) {
            return SqlTypes.TEXT;
        } else if (upper.contains("BLOB")) {
            return SqlTypes.BYTES;
        }
        return upper.contains("REAL") || upper.contains("FLOA") || upper.contains("DOUB") ? SqlTypes.DOUBLE : null;
    }

    static String ofTables(String column, Scope scope) {
        if (scope.names() == null) {
            return "";
        }
        return scope.names().isEmpty()
                ? " AND FALSE"
                : " AND " + column + " IN (" + "?, ".repeat(scope.names().size() - 1) + "?)";
    }

    static List<String> parameters(Scope scope) {
        return scope.names() == null ? List.of() : List.copyOf(scope.names());
    }

    /** A column as the pragma tells it. */
    private record Info(String table, Reflected.Column column, int placeInKey) {}

    Map<String, List<Reflected.Column>> read(QueryRunner runner, Scope scope, Map<String, SqliteTableSql> definitions) {
        Map<String, List<Reflected.Column>> columns = new LinkedHashMap<>();
        infos(runner, scope).forEach((table, infos) -> columns.put(table, columns(infos, definitions.get(table))));
        return columns;
    }

    private List<Reflected.Column> columns(List<Info> infos, @Nullable SqliteTableSql definition) {
        long keys = infos.stream().filter(info -> info.placeInKey > 0).count();
        List<Reflected.Column> columns = new ArrayList<>();
        for (Info info : infos) {
            Reflected.Column column = info.column;
            if (definition == null) {
                columns.add(column);
                continue;
            }
            boolean isRowId = keys == 1
                    && info.placeInKey == 1
                    && column.databaseType().equalsIgnoreCase("INTEGER")
                    && !Boolean.FALSE.equals(definition.options.get("with_rowid"));
            Reflected.ColumnTraits traits = column.traits()
                    .autoincrement(isRowId)
                    .nullable(column.nullable() && info.placeInKey == 0)
                    .computed(definition.computed.get(column.name()));
            columns.add(new Reflected.Column(
                    column.name(),
                    collated(column.type(), definition.collations.get(column.name())),
                    column.databaseType(),
                    traits));
        }
        return columns;
    }

    private static SqlType<?> collated(SqlType<?> type, @Nullable String collation) {
        return collation != null && type instanceof StandardType<?> standard ? standard.withCollation(collation) : type;
    }

    Map<String, List<String>> primaryKeys(QueryRunner runner, Scope scope) {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        infos(runner, scope).forEach((table, infos) -> {
            List<String> key = infos.stream()
                    .filter(info -> info.placeInKey > 0)
                    .sorted(java.util.Comparator.comparingInt(Info::placeInKey))
                    .map(info -> info.column.name())
                    .toList();
            if (!key.isEmpty()) {
                keys.put(table, key);
            }
        });
        return keys;
    }

    private Map<String, List<Info>> infos(QueryRunner runner, Scope scope) {
        Map<String, List<Info>> byTable = new LinkedHashMap<>();
        for (String database : SqliteSchemaReader.databases(scope.schema())) {
            List<Object> parameters = new ArrayList<>();
            parameters.add(database);
            parameters.addAll(parameters(scope));
            Map<String, List<Info>> ofDatabase = new LinkedHashMap<>();
            runner.list(
                            "SELECT m.name, p.name, p.type, p.\"notnull\", p.dflt_value, p.pk FROM "
                                    + SqliteWords.QUOTER.quoted(database) + ".sqlite_master m"
                                    + " JOIN pragma_table_xinfo(m.name, ?) p"
                                    + " WHERE m.type IN ('table', 'view') AND p.hidden <> " + HIDDEN
                                    + ofTables("m.name", scope) + " ORDER BY m.name, p.cid",
                            parameters,
                            this::info)
                    .forEach(info -> ofDatabase
                            .computeIfAbsent(info.table, any -> new ArrayList<>())
                            .add(info));
            byTable.putAll(ofDatabase);
        }
        return byTable;
    }

    private Info info(ResultSet row) throws SQLException {
        String type = GENERATED.matcher(row.getString(3)).replaceAll("").strip();
        Reflected.ColumnTraits traits =
                Reflected.ColumnTraits.NONE.nullable(row.getInt(4) == 0).serverDefault(row.getString(5));
        return new Info(
                row.getString(1), new Reflected.Column(row.getString(2), type(type), type, traits), row.getInt(6));
    }
}
