package io.athanor.dialect.h2;

import io.athanor.engine.dialect.QueryRunner;
import io.athanor.engine.dialect.Reflected;
import io.athanor.engine.dialect.SchemaReader.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the indexes that were made by CREATE INDEX. */
final class H2IndexReader {
    private static final String SELECT = "SELECT I.TABLE_NAME AS folded, I.INDEX_NAME, C.COLUMN_NAME,"
            + " C.ORDERING_SPECIFICATION, C.NULL_ORDERING, C.IS_UNIQUE FROM INFORMATION_SCHEMA.INDEXES I"
            + " JOIN INFORMATION_SCHEMA.INDEX_COLUMNS C ON C.INDEX_SCHEMA = I.INDEX_SCHEMA AND C.INDEX_NAME = I.INDEX_NAME";
    private static final String MADE =
            "AND I.IS_GENERATED = FALSE ORDER BY I.TABLE_NAME, I.INDEX_NAME, C.ORDINAL_POSITION";

    /** A column of an index. */
    private record Part(String index, Reflected.Element element, boolean isUnique) {}

    Map<String, List<Reflected.Index>> read(QueryRunner runner, Scope scope) {
        Map<String, List<Reflected.Index>> indexes = new LinkedHashMap<>();
        new H2Query(SELECT, "I", scope, MADE)
                .lists(runner, H2IndexReader::part)
                .forEach((table, parts) -> indexes.put(table, indexes(parts)));
        return indexes;
    }

    private static Part part(ResultSet row, H2Names names) throws SQLException {
        boolean isDescending = "DESC".equals(row.getString(4));
        return new Part(
                names.declared(row.getString(2)),
                new Reflected.Element(
                        names.declared(row.getString(3)),
                        false,
                        isDescending,
                        nullsFirst(row.getString(5), isDescending)),
                row.getBoolean(6));
    }

    /** NULL counts as the least value unless it is told otherwise. */
    private static @Nullable Boolean nullsFirst(@Nullable String order, boolean isDescending) {
        if (order == null || order.equals(isDescending ? "LAST" : "FIRST")) {
            return null;
        }
        return order.equals("FIRST");
    }

    private static List<Reflected.Index> indexes(List<Part> parts) {
        Map<String, List<Part>> byName = new LinkedHashMap<>();
        parts.forEach(part ->
                byName.computeIfAbsent(part.index, any -> new ArrayList<>()).add(part));
        List<Reflected.Index> indexes = new ArrayList<>();
        byName.forEach((name, same) -> indexes.add(new Reflected.Index(
                name, same.stream().map(Part::element).toList(), same.get(0).isUnique, null, null, Map.of())));
        return indexes;
    }
}
