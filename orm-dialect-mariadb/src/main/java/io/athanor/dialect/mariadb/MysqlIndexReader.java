package io.athanor.dialect.mariadb;

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

/** Reads indexes; unique constraints are no more than indexes here. */
final class MysqlIndexReader {
    private static final String SELECT = "SELECT S.TABLE_NAME, S.INDEX_NAME, S.NON_UNIQUE, S.COLUMN_NAME, S.COLLATION,"
            + " S.SUB_PART, S.INDEX_TYPE, %s FROM INFORMATION_SCHEMA.STATISTICS S";
    private static final String REST =
            "AND S.INDEX_NAME <> 'PRIMARY' ORDER BY S.TABLE_NAME, S.INDEX_NAME, S.SEQ_IN_INDEX";

    private final boolean isMariadb;

    MysqlIndexReader(boolean isMariadb) {
        this.isMariadb = isMariadb;
    }

    /** An element of an index. */
    private record Part(
            String index,
            boolean isUnique,
            Reflected.Element element,
            @Nullable String length,
            String kind) {}

    Map<String, List<Reflected.Index>> read(
            QueryRunner runner, Scope scope, Map<String, List<Reflected.ForeignKey>> keys) {
        Map<String, List<Reflected.Index>> indexes = new LinkedHashMap<>();
        MysqlQuery.grouped(parts(runner, scope), Part::index, MysqlIndexReader::index)
                .forEach((table, list) -> indexes.put(
                        table,
                        list.stream()
                                .map(index -> ofConstraint(index, keys.getOrDefault(table, List.of())))
                                .toList()));
        return indexes;
    }

    private Map<String, List<Part>> parts(QueryRunner runner, Scope scope) {
        return new MysqlQuery(SELECT.formatted(isMariadb ? "NULL" : "S.EXPRESSION"), "S", scope, REST)
                .lists(runner, MysqlIndexReader::part);
    }

    private static Part part(ResultSet row) throws SQLException {
        String column = row.getString(4);
        boolean isExpression = column == null;
        return new Part(
                row.getString(2),
                row.getInt(3) == 0,
                new Reflected.Element(
                        isExpression ? "(" + row.getString(8) + ")" : column,
                        isExpression,
                        "D".equals(row.getString(5)),
                        null),
                row.getString(6),
                row.getString(7));
    }

    private static Reflected.Index index(List<Part> parts) {
        Part first = parts.get(0);
        Map<String, Object> options = new LinkedHashMap<>();
        if (first.length != null) {
            options.put("length", first.length);
        }
        if (first.kind.equals("FULLTEXT") || first.kind.equals("SPATIAL")) {
            options.put("prefix", first.kind);
        }
        List<Reflected.Element> elements = new ArrayList<>();
        parts.forEach(part -> elements.add(part.element));
        String constraint = first.isUnique && isPlain(parts) ? first.index : null;
        return new Reflected.Index(first.index, elements, first.isUnique, null, constraint, options);
    }

    private static boolean isPlain(List<Part> parts) {
        return parts.stream()
                .allMatch(part -> part.length == null && !part.element.isExpression() && !part.element.isDescending());
    }

    /** A foreign key gets an index by itself, called after it or after its first column. */
    private static Reflected.Index ofConstraint(Reflected.Index index, List<Reflected.ForeignKey> keys) {
        for (Reflected.ForeignKey key : keys) {
            boolean isCalledSo = index.name().equals(key.name())
                    || index.name().equals(key.columns().get(0));
            if (!index.isUnique() && isCalledSo && index.columns().equals(key.columns())) {
                return new Reflected.Index(
                        index.name(), index.elements(), false, index.condition(), key.name(), index.options());
            }
        }
        return index;
    }

    Map<String, List<Reflected.Unique>> uniques(QueryRunner runner, Scope scope) {
        Map<String, List<Reflected.Unique>> uniques = new LinkedHashMap<>();
        read(runner, scope, Map.of()).forEach((table, indexes) -> {
            List<Reflected.Unique> ofTable = new ArrayList<>();
            for (Reflected.Index index : indexes) {
                if (index.duplicatedConstraint() != null) {
                    ofTable.add(new Reflected.Unique(
                            index.name(),
                            index.elements().stream()
                                    .map(Reflected.Element::text)
                                    .toList()));
                }
            }
            uniques.put(table, ofTable);
        });
        return uniques;
    }
}
