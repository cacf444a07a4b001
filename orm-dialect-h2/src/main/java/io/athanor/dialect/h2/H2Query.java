package io.athanor.dialect.h2;

import io.athanor.engine.dialect.QueryRunner;
import io.athanor.engine.dialect.SchemaReader.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Questions to the information schema whose rows belong to tables of a scope; the first column is the table's name. */
final class H2Query {
    private final String sql;
    private final Scope scope;
    private final List<String> parameters = new ArrayList<>();

    /** Makes something of a row. */
    interface Reader<T> {
        T read(ResultSet row, H2Names names) throws SQLException;
    }

    /**
     * @param select up to its WHERE, with the table's name first
     * @param alias the name of what has TABLE_SCHEMA and TABLE_NAME
     * @param scope which tables
     * @param rest a condition and an order, or either
     */
    H2Query(String select, String alias, Scope scope, String rest) {
        this.scope = scope;
        String tables = scope.names() == null ? "" : " AND " + in(alias + ".TABLE_NAME", scope.names());
        List<String> ofTables = new ArrayList<>(parameters);
        parameters.clear();
        this.sql = select + " WHERE " + inSchema(alias + ".TABLE_SCHEMA", scope.schema()) + tables + " " + rest;
        parameters.addAll(ofTables);
    }

    private String in(String column, Iterable<String> declared) {
        List<String> stored = H2Names.candidates(declared);
        parameters.addAll(stored);
        return stored.isEmpty() ? "FALSE" : column + " IN (" + "?, ".repeat(stored.size() - 1) + "?)";
    }

    private String inSchema(String column, @Nullable String schema) {
        return schema == null ? column + " = SCHEMA()" : in(column, Set.of(schema));
    }

    /** What the rows of each table make, by its declared name. */
    <T> Map<String, List<T>> lists(QueryRunner runner, Reader<T> reader) {
        return runner.query(sql, parameters, rows -> {
            H2Names names = H2Names.of(rows);
            Map<String, List<T>> byStoredName = new LinkedHashMap<>();
            while (rows.next()) {
                byStoredName
                        .computeIfAbsent(rows.getString(1), any -> new ArrayList<>())
                        .add(reader.read(rows, names));
            }
            return scope.names() == null ? names.byDeclaredName(byStoredName) : asked(byStoredName, names);
        });
    }

    /** By the very names that were asked for, each of which stands for one stored name. */
    private <T> Map<String, List<T>> asked(Map<String, List<T>> byStoredName, H2Names names) {
        Map<String, List<T>> byName = new LinkedHashMap<>();
        for (String name : new TreeSet<>(Objects.requireNonNull(scope.names()))) {
            List<T> found = byStoredName.get(names.stored(name));
            found = found == null ? byStoredName.get(name) : found;
            if (found != null) {
                byName.put(name, found);
            }
        }
        return byName;
    }

    /** All rows, whichever table they belong to. */
    <T> List<T> rows(QueryRunner runner, Reader<T> reader) {
        List<T> all = new ArrayList<>();
        lists(runner, reader).values().forEach(all::addAll);
        return all;
    }
}
