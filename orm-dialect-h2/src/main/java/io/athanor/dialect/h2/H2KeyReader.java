package io.athanor.dialect.h2;

import io.athanor.engine.dialect.QueryRunner;
import io.athanor.engine.dialect.Reflected;
import io.athanor.engine.dialect.SchemaReader.Scope;
import io.athanor.sql.schema.ForeignKey.Action;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads primary keys, foreign keys, unique constraints and checks. */
final class H2KeyReader {
    private static final String KEYS =
            "SELECT T.TABLE_NAME AS folded, T.CONSTRAINT_NAME, K.COLUMN_NAME, T.NULLS_DISTINCT"
                    + " FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS T JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE K"
                    + " ON K.CONSTRAINT_SCHEMA = T.CONSTRAINT_SCHEMA AND K.CONSTRAINT_NAME = T.CONSTRAINT_NAME"
                    + " AND K.TABLE_SCHEMA = T.TABLE_SCHEMA AND K.TABLE_NAME = T.TABLE_NAME";
    private static final String ORDER = " ORDER BY T.TABLE_NAME, T.CONSTRAINT_NAME, K.ORDINAL_POSITION";
    private static final String REFERENCES = "SELECT T.TABLE_NAME AS folded, T.CONSTRAINT_NAME, K.COLUMN_NAME,"
            + " U.TABLE_SCHEMA, U.TABLE_NAME, U.COLUMN_NAME, R.DELETE_RULE, R.UPDATE_RULE, SCHEMA()"
            + " FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS T JOIN INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS R"
            + " ON R.CONSTRAINT_SCHEMA = T.CONSTRAINT_SCHEMA AND R.CONSTRAINT_NAME = T.CONSTRAINT_NAME"
            + " JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE K"
            + " ON K.CONSTRAINT_SCHEMA = T.CONSTRAINT_SCHEMA AND K.CONSTRAINT_NAME = T.CONSTRAINT_NAME"
            + " JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE U"
            + " ON U.CONSTRAINT_SCHEMA = R.UNIQUE_CONSTRAINT_SCHEMA AND U.CONSTRAINT_NAME = R.UNIQUE_CONSTRAINT_NAME"
            + " AND U.ORDINAL_POSITION = K.POSITION_IN_UNIQUE_CONSTRAINT";
    private static final String CHECKS = "SELECT T.TABLE_NAME AS folded, T.CONSTRAINT_NAME, C.CHECK_CLAUSE"
            + " FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS T JOIN INFORMATION_SCHEMA.CHECK_CONSTRAINTS C"
            + " ON C.CONSTRAINT_SCHEMA = T.CONSTRAINT_SCHEMA AND C.CONSTRAINT_NAME = T.CONSTRAINT_NAME";

    /** A column of a key. */
    private record Part(@Nullable String key, String column, boolean isNullsNotDistinct) {}

    /** A column of a foreign key. */
    private record Reference(
            String key,
            String column,
            @Nullable String schema,
            String table,
            String referred,
            Reflected.KeyOptions options) {}

    Map<String, Reflected.PrimaryKey> primaryKeys(QueryRunner runner, Scope scope) {
        Map<String, Reflected.PrimaryKey> keys = new LinkedHashMap<>();
        parts(runner, scope, "PRIMARY KEY")
                .forEach((table, parts) -> keys.put(table, new Reflected.PrimaryKey(parts.get(0).key, columns(parts))));
        return keys;
    }

    Map<String, List<Reflected.Unique>> uniques(QueryRunner runner, Scope scope) {
        return perTable(
                parts(runner, scope, "UNIQUE"),
                Part::key,
                same -> new Reflected.Unique(
                        same.get(0).key, columns(same), same.get(0).isNullsNotDistinct, null, null));
    }

    private static List<String> columns(List<Part> parts) {
        return parts.stream().map(Part::column).toList();
    }

    private static Map<String, List<Part>> parts(QueryRunner runner, Scope scope, String type) {
        return new H2Query(KEYS, "T", scope, "AND T.CONSTRAINT_TYPE = '" + type + "'" + ORDER)
                .lists(
                        runner,
                        (row, names) -> new Part(
                                names.declared(row.getString(2)),
                                names.declared(row.getString(3)),
                                "NO".equals(row.getString(4))));
    }

    Map<String, List<Reflected.ForeignKey>> foreignKeys(QueryRunner runner, Scope scope) {
        return perTable(
                new H2Query(REFERENCES, "T", scope, ORDER).lists(runner, H2KeyReader::reference),
                Reference::key,
                H2KeyReader::foreignKey);
    }

    private static Reference reference(ResultSet row, H2Names names) throws SQLException {
        String schema = row.getString(4);
        return new Reference(
                names.declared(row.getString(2)),
                names.declared(row.getString(3)),
                schema.equals(row.getString(9)) ? null : names.declared(schema),
                names.declared(row.getString(5)),
                names.declared(row.getString(6)),
                new Reflected.KeyOptions(action(row.getString(7)), action(row.getString(8)), null, null, null));
    }

    private static @Nullable Action action(String rule) {
        return rule.equals("NO ACTION")
                ? null
                : Action.valueOf(rule.replace(' ', '_').toUpperCase(Locale.ROOT));
    }

    private static Reflected.ForeignKey foreignKey(List<Reference> same) {
        Reference first = same.get(0);
        return new Reflected.ForeignKey(
                first.key,
                same.stream().map(Reference::column).toList(),
                new Reflected.Referred(
                        first.schema,
                        first.table,
                        same.stream().map(Reference::referred).toList()),
                first.options);
    }

    Map<String, List<Reflected.Check>> checks(QueryRunner runner, Scope scope) {
        Map<String, List<Reflected.Check>> checks = new H2Query(CHECKS, "T", scope, "ORDER BY 1, 2")
                .lists(runner, (row, names) -> new Reflected.Check(names.declared(row.getString(2)), row.getString(3)));
        checks.values().forEach(list -> list.sort(Comparator.comparing(Reflected.Check::sql)));
        checks.values().forEach(list -> list.sort(Comparator.comparing(each -> String.valueOf(each.name()))));
        return checks;
    }

    /** Rows that have one key make one thing. */
    private static <P, T> Map<String, List<T>> perTable(
            Map<String, List<P>> rows, Function<P, @Nullable String> key, Function<List<P>, T> make) {
        Map<String, List<T>> perTable = new LinkedHashMap<>();
        rows.forEach((table, all) -> {
            Map<String, List<P>> byKey = new LinkedHashMap<>();
            all.forEach(row -> byKey.computeIfAbsent(String.valueOf(key.apply(row)), any -> new ArrayList<>())
                    .add(row));
            perTable.put(table, byKey.values().stream().map(make).toList());
        });
        return perTable;
    }
}
