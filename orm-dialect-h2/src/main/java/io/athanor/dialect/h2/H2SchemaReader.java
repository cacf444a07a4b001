package io.athanor.dialect.h2;

import io.athanor.engine.dialect.QueryRunner;
import io.athanor.engine.dialect.Reflected;
import io.athanor.engine.dialect.Reflected.Kind;
import io.athanor.engine.dialect.SchemaReader;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks the information schema. */
final class H2SchemaReader implements SchemaReader {
    private static final String MATERIALIZED = "$1";

    private final H2ColumnReader columns = new H2ColumnReader();
    private final H2KeyReader keys = new H2KeyReader();

    @Override
    public boolean hasTable(QueryRunner runner, @Nullable String schema, String table) {
        return tables(runner, Scope.of(schema, table)).containsKey(table);
    }

    private static Map<String, List<Reflected.Relation>> tables(QueryRunner runner, Scope scope) {
        return new H2Query(
                        "SELECT T.TABLE_NAME AS folded, T.TABLE_TYPE FROM INFORMATION_SCHEMA.TABLES T", "T", scope, "")
                .lists(runner, H2SchemaReader::relation);
    }

    private static Reflected.Relation relation(ResultSet row, H2Names names) throws SQLException {
        String stored = row.getString(1);
        String type = row.getString(2);
        return new Reflected.Relation(
                names.declared(stored),
                type.equals("VIEW") ? Kind.VIEW : Kind.TABLE,
                type.endsWith("TEMPORARY"),
                names.isQuoted(stored));
    }

    @Override
    public SqlType<?> type(String sql) {
        return columns.type(sql);
    }

    @Override
    public boolean foldsUpperCase() {
        return true;
    }

    @Override
    public List<String> schemas(QueryRunner runner) {
        return runner.query(
                "SELECT SCHEMA_NAME AS folded FROM INFORMATION_SCHEMA.SCHEMATA"
                        + " WHERE UPPER(SCHEMA_NAME) <> 'INFORMATION_SCHEMA' ORDER BY 1",
                List.of(),
                rows -> {
                    H2Names names = H2Names.of(rows);
                    List<String> all = new ArrayList<>();
                    while (rows.next()) {
                        all.add(names.declared(rows.getString(1)));
                    }
                    all.sort(Comparator.naturalOrder());
                    return all;
                });
    }

    @Override
    public String defaultSchema(QueryRunner runner) {
        return runner.query("SELECT SCHEMA() AS folded", List.of(), rows -> {
            rows.next();
            return H2Names.of(rows).declared(rows.getString(1));
        });
    }

    /** A materialized view is a view over a hidden table that holds its rows. */
    @Override
    public List<Reflected.Relation> relations(QueryRunner runner, @Nullable String schema) {
        List<Reflected.Relation> all = new ArrayList<>();
        tables(runner, new Scope(schema, null)).values().forEach(all::addAll);
        Set<String> names = new HashSet<>();
        all.forEach(each -> names.add(each.name()));
        List<Reflected.Relation> shown = new ArrayList<>();
        for (Reflected.Relation each : all) {
            boolean isView = each.kind() == Kind.VIEW;
            boolean isHidden = !isView && isHidden(each.name(), all);
            if (isView && names.contains(each.name() + MATERIALIZED)) {
                shown.add(new Reflected.Relation(each.name(), Kind.MATERIALIZED_VIEW, false, each.isQuoted()));
            } else if (!isHidden) {
                shown.add(each);
            }
        }
        shown.sort(Comparator.comparing(Reflected.Relation::name));
        return shown;
    }

    private static boolean isHidden(String table, List<Reflected.Relation> all) {
        return table.endsWith(MATERIALIZED)
                && all.stream().anyMatch(each -> each.kind() == Kind.VIEW && table.equals(each.name() + MATERIALIZED));
    }

    @Override
    public List<Reflected.Sequence> sequences(QueryRunner runner, @Nullable String schema) {
        // Sequences have no table; their own name stands in its place.
        String from = "(SELECT SEQUENCE_NAME AS TABLE_NAME, SEQUENCE_SCHEMA AS TABLE_SCHEMA, START_VALUE, INCREMENT,"
                + " MINIMUM_VALUE, MAXIMUM_VALUE, CYCLE_OPTION, CACHE, DATA_TYPE FROM INFORMATION_SCHEMA.SEQUENCES) S";
        String select = "SELECT S.TABLE_NAME AS folded, S.START_VALUE, S.INCREMENT, S.MINIMUM_VALUE, S.MAXIMUM_VALUE,"
                + " S.CYCLE_OPTION, S.CACHE, S.DATA_TYPE FROM " + from;
        return new H2Query(select, "S", new Scope(schema, null), "ORDER BY 1").rows(runner, H2SchemaReader::sequence);
    }

    private static Reflected.Sequence sequence(ResultSet row, H2Names names) throws SQLException {
        String dataType = row.getString(8);
        SqlType<?> type = dataType.equals("BIGINT") ? null : H2ColumnReader.integer(dataType);
        int bits = type == SqlTypes.INTEGER ? Integer.SIZE : type == SqlTypes.SMALLINT ? Short.SIZE : Long.SIZE;
        Reflected.Counting counting = new Reflected.Counting(
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getString(6).equals("YES"),
                row.getLong(7));
        return new Reflected.Sequence(
                names.declared(row.getString(1)), counting.stated(type, bits, H2ColumnReader.USUAL_CACHE));
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
        return keys.uniques(runner, scope);
    }

    @Override
    public Map<String, List<Reflected.Check>> checks(QueryRunner runner, Scope scope) {
        return keys.checks(runner, scope);
    }

    @Override
    public Map<String, List<Reflected.Index>> indexes(QueryRunner runner, Scope scope) {
        return new H2IndexReader().read(runner, scope);
    }

    @Override
    public Map<String, String> comments(QueryRunner runner, Scope scope) {
        return first(new H2Query(
                        "SELECT T.TABLE_NAME AS folded, T.REMARKS FROM INFORMATION_SCHEMA.TABLES T",
                        "T",
                        scope,
                        "AND T.REMARKS IS NOT NULL")
                .lists(runner, (row, names) -> row.getString(2)));
    }

    @Override
    public Map<String, String> viewDefinitions(QueryRunner runner, Scope scope) {
        return first(new H2Query(
                        "SELECT V.TABLE_NAME AS folded, V.VIEW_DEFINITION FROM INFORMATION_SCHEMA.VIEWS V",
                        "V",
                        scope,
                        "AND V.VIEW_DEFINITION IS NOT NULL")
                .lists(runner, (row, names) -> row.getString(2)));
    }

    private static Map<String, String> first(Map<String, List<String>> lists) {
        Map<String, String> texts = new LinkedHashMap<>();
        lists.forEach((name, list) -> texts.put(name, list.get(0)));
        return texts;
    }
}
