package io.athanor.dialect.postgresql;

import io.athanor.engine.dialect.QueryRunner;
import io.athanor.engine.dialect.Reflected;
import io.athanor.engine.dialect.SchemaReader.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads indexes, those of unique constraints included. */
final class PostgresqlIndexReader {
    private static final Pattern FILL_FACTOR = Pattern.compile("fillfactor=(\\d+)");
    private static final int DESCENDING = 1;
    private static final int NULLS_FIRST = 2;
    private static final String SELECT = "ic.relname, i.indisunique, pg_catalog.pg_get_expr(i.indpred, i.indrelid),"
            + " m.amname, pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct', k.conname,"
            + " pg_catalog.array_to_string(ic.reloptions, ','), p.place > i.indnkeyatts, a.attname,"
            + " pg_catalog.pg_get_indexdef(i.indexrelid, p.place, FALSE),"
            + " CASE WHEN p.place <= i.indnkeyatts THEN i.indoption[p.place - 1] ELSE 0 END,"
            + " CASE WHEN o.opcdefault THEN NULL ELSE o.opcname END";
    private static final String JOINS = "JOIN pg_catalog.pg_index i ON i.indrelid = c.oid AND NOT i.indisprimary"
            + " JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid JOIN pg_catalog.pg_am m ON m.oid = ic.relam"
            + " CROSS JOIN LATERAL generate_series(1, i.indnatts) AS p(place)"
            + " LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[p.place - 1]"
            + " AND a.attnum <> 0"
            + " LEFT JOIN pg_catalog.pg_opclass o ON p.place <= i.indnkeyatts AND o.oid = i.indclass[p.place - 1]"
            + " LEFT JOIN pg_catalog.pg_constraint k ON k.conindid = i.indexrelid AND k.contype IN ('u', 'x')";
    private static final String ORDER = "ORDER BY c.relname, ic.relname COLLATE \"C\", p.place";

    /** An element of an index, with what is known of the whole. */
    private record Part(
            Whole whole,
            boolean isIncluded,
            Reflected.Element element,
            @Nullable String operators) {}

    private record Whole(
            String name,
            boolean isUnique,
            @Nullable String condition,
            String method,
            boolean isNullsNotDistinct,
            @Nullable String constraint,
            @Nullable String storage) {}

    Map<String, List<Reflected.Index>> read(QueryRunner runner, Scope scope) {
        Map<String, List<Reflected.Index>> indexes = new LinkedHashMap<>();
        new PostgresqlQuery(SELECT, JOINS, scope, ORDER)
                .lists(runner, PostgresqlIndexReader::part)
                .forEach((table, parts) -> indexes.put(table, indexes(parts)));
        return indexes;
    }

    private static Part part(ResultSet row) throws SQLException {
        String condition = row.getString(4);
        Whole whole = new Whole(
                row.getString(2),
                row.getBoolean(3),
                condition == null ? null : PostgresqlQuery.bare(condition),
                row.getString(5),
                "true".equals(row.getString(6)),
                row.getString(7),
                row.getString(8));
        String column = row.getString(10);
        int option = row.getInt(12);
        boolean isDescending = (option & DESCENDING) != 0;
        boolean isNullsFirst = (option & NULLS_FIRST) != 0;
        Reflected.Element element = new Reflected.Element(
                column == null ? row.getString(11) : column,
                column == null,
                isDescending,
                isNullsFirst == isDescending ? null : (Boolean) isNullsFirst);
        return new Part(whole, row.getBoolean(9), element, row.getString(13));
    }

    private static List<Reflected.Index> indexes(List<Part> parts) {
        Map<Whole, List<Part>> byIndex = new LinkedHashMap<>();
        parts.forEach(part ->
                byIndex.computeIfAbsent(part.whole, any -> new ArrayList<>()).add(part));
        List<Reflected.Index> indexes = new ArrayList<>();
        byIndex.forEach((whole, same) -> indexes.add(new Reflected.Index(
                whole.name,
                same.stream()
                        .filter(part -> !part.isIncluded)
                        .map(Part::element)
                        .toList(),
                whole.isUnique,
                whole.condition,
                whole.constraint,
                options(whole, same))));
        return indexes;
    }

    private static Map<String, Object> options(Whole whole, List<Part> parts) {
        Map<String, Object> options = new LinkedHashMap<>();
        if (!whole.method.equals("btree")) {
            options.put("using", whole.method);
        }
        List<String> included = parts.stream()
                .filter(part -> part.isIncluded)
                .map(part -> part.element.text())
                .toList();
        if (!included.isEmpty()) {
            options.put("include", included);
        }
        if (whole.isNullsNotDistinct) {
            options.put("nulls_not_distinct", true);
        }
        if (parts.size() == 1 && parts.get(0).operators != null) {
            options.put("ops", parts.get(0).operators);
        }
        Matcher fill = FILL_FACTOR.matcher(whole.storage == null ? "" : whole.storage);
        if (fill.find()) {
            options.put("fillfactor", Integer.parseInt(fill.group(1)));
        }
        return options;
    }
}
