package io.athanor.dialect.postgresql;

import io.athanor.engine.dialect.QueryRunner;
import io.athanor.engine.dialect.SchemaReader.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Questions to the catalogue whose rows belong to relations of a scope: {@code c} is the relation, {@code n} its schema. */
final class PostgresqlQuery {
    /** Stands between names that the catalogue puts into one text. */
    private static final String SEPARATOR = "\u001f";

    private final String sql;
    private final List<String> parameters = new ArrayList<>();

    /**
     * @param columns what is read, behind the name of the relation
     * @param joins what is joined to {@code c} and {@code n}
     * @param scope which relations
     * @param rest a condition and an order, or either
     */
    PostgresqlQuery(String columns, String joins, Scope scope, String rest) {
        StringBuilder text = new StringBuilder("SELECT c.relname, ").append(columns);
        text.append(" FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace ");
        text.append(joins).append(" WHERE ");
        if (scope.schema() == null) {
            text.append("(n.nspname = pg_catalog.current_schema() OR n.oid = pg_catalog.pg_my_temp_schema())");
        } else {
            text.append("n.nspname = ?");
            parameters.add(scope.schema());
        }
        if (scope.names() != null) {
            text.append(scope.names().isEmpty() ? " AND FALSE" : " AND c.relname IN (");
            text.append(
                    scope.names().isEmpty() ? "" : "?, ".repeat(scope.names().size() - 1) + "?)");
            parameters.addAll(scope.names());
        }
        this.sql = text.append(' ').append(rest).toString();
    }

    /** What the rows of each relation make, by its name. */
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

    /** What the only row of each relation makes, by its name. */
    <T> Map<String, T> single(QueryRunner runner, QueryRunner.RowsReader<T> reader) {
        Map<String, T> byName = new LinkedHashMap<>();
        lists(runner, reader).forEach((name, list) -> byName.put(name, list.get(0)));
        return byName;
    }

    /** The SQL of the names of columns whose numbers are in an array, in the array's order. */
    static String namesOf(String array, String relation) {
        return "pg_catalog.array_to_string(ARRAY(SELECT a.attname FROM unnest(" + array
                + ") WITH ORDINALITY x(number, place) JOIN pg_catalog.pg_attribute a ON a.attrelid = " + relation
                + " AND a.attnum = x.number ORDER BY x.place), chr(31))";
    }

    static List<String> names(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null || text.isEmpty() ? List.of() : List.of(text.split(SEPARATOR, -1));
    }

    /** An expression without the parentheses around the whole of it. */
    static String bare(String sql) {
        String text = sql.strip();
        return text.startsWith("(") && closing(text) == text.length() - 1
                ? bare(text.substring(1, text.length() - 1))
                : text;
    }

    private static int closing(String sql) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return -1;
    }
}
