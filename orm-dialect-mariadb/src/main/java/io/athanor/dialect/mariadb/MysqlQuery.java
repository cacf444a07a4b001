package io.athanor.dialect.mariadb;

import io.athanor.engine.dialect.QueryRunner;
import io.athanor.engine.dialect.SchemaReader.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Questions to the information schema whose rows belong to tables of a scope; the first column is the table's name. */
final class MysqlQuery {
    private final String sql;
    private final List<String> parameters = new ArrayList<>();

    /**
     * @param select up to its WHERE, with the table's name first
     * @param alias the name of what has TABLE_SCHEMA and TABLE_NAME
     * @param scope which tables
     * @param rest a condition and an order, or either
     */
    MysqlQuery(String select, String alias, Scope scope, String rest) {
        this(select, alias, "TABLE_SCHEMA", scope, rest);
    }

    MysqlQuery(String select, String alias, String schemaColumn, Scope scope, String rest) {
        StringBuilder text = new StringBuilder(select)
                .append(" WHERE ")
                .append(alias)
                .append('.')
                .append(schemaColumn);
        if (scope.schema() == null) {
            text.append(" = DATABASE()");
        } else {
            text.append(" = ?");
            parameters.add(scope.schema());
        }
        if (scope.names() != null && scope.names().isEmpty()) {
            text.append(" AND FALSE");
        } else if (scope.names() != null) {
            text.append(" AND ").append(alias).append(".TABLE_NAME IN (");
            text.append("?, ".repeat(scope.names().size() - 1)).append("?)");
            parameters.addAll(scope.names());
        }
        this.sql = text.append(' ').append(rest).toString();
    }

    /** What the rows of each table make, by its name. */
    <T> Map<String, List<T>> lists(QueryRunner runner, QueryRunner.RowsReader<T> reader) {
        return runner.query(sql, parameters, rows -> {
            Map<String, List<T>> byName = new LinkedHashMap<>();
            while (rows.next()) {
                byName.computeIfAbsent(rows.getString(1), any -> new ArrayList<>())
                        .add(reader.read(rows));
            }
            return byName;
        });
    }

    /** Rows that have one name make one thing. */
    static <P, T> Map<String, List<T>> grouped(
            Map<String, List<P>> rows, Function<P, String> name, Function<List<P>, T> make) {
        Map<String, List<T>> perTable = new LinkedHashMap<>();
        rows.forEach((table, all) -> {
            Map<String, List<P>> byName = new LinkedHashMap<>();
            all.forEach(row -> byName.computeIfAbsent(name.apply(row), any -> new ArrayList<>())
                    .add(row));
            perTable.put(table, byName.values().stream().map(make).toList());
        });
        return perTable;
    }
}
