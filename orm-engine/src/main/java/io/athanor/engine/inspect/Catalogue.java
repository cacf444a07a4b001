package io.athanor.engine.inspect;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.NoSuchTableException;
import io.athanor.engine.dialect.QueryRunner;
import io.athanor.engine.dialect.Reflected.Relation;
import io.athanor.engine.dialect.SchemaReader;
import io.athanor.engine.dialect.SchemaReader.Scope;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the catalogue and keeps what was read. Thread-safe as far as its connections are. */
final class Catalogue {
    private final Function<Reading<?>, Object> access;
    private final Map<List<?>, Object> known = new ConcurrentHashMap<>();

    /** Reads something of the whole database or a schema. */
    interface Reading<T> {
        T from(SchemaReader reader, QueryRunner runner);
    }

    /** Reads something of each table of a scope. */
    interface PerTable<T> {
        Map<String, T> from(SchemaReader reader, QueryRunner runner, SchemaReader.Scope scope);
    }

    Catalogue(Engine engine) {
        this.access = reading -> engine.inTransaction(connection -> read(connection, reading));
    }

    Catalogue(Connection connection) {
        this.access = reading -> read(connection, reading);
    }

    private static Object read(Connection connection, Reading<?> reading) {
        return reading.from(connection.dialect().schema(), connection.queries());
    }

    @SuppressWarnings("unchecked") // each kind of question has one kind of answer
    <T> T get(String what, Object about, Reading<T> reading) {
        List<?> key = List.of(what, about);
        Object answer = known.get(key);
        if (answer == null) {
            answer = access.apply(reading);
            known.put(key, answer);
        }
        return (T) answer;
    }

    List<Relation> relations(TableSelection selection) {
        return relations(selection.schema()).stream()
                .filter(selection::includes)
                .toList();
    }

    private List<Relation> relations(@Nullable String schema) {
        return get("relations", key(schema), (reader, runner) -> reader.relations(runner, schema));
    }

    boolean hasTable(@Nullable String schema, String table) {
        return get("exists", key(schema, table), (reader, runner) -> reader.hasTable(runner, schema, table));
    }

    /** Read something of one table or view, which must exist. */
    <T> T one(String what, String table, @Nullable String schema, PerTable<T> read, T none) {
        T found = get(
                what,
                key(schema, table),
                (reader, runner) ->
                        read.from(reader, runner, Scope.of(schema, table)).getOrDefault(table, none));
        if (found.equals(none) && !hasTable(schema, table)) {
            throw new NoSuchTableException(schema, table);
        }
        return found;
    }

    /** Read something of all that are selected, in the order of their names. */
    <T> Map<String, T> many(String what, TableSelection selection, PerTable<T> read, T none) {
        List<String> names = relations(selection).stream().map(Relation::name).toList();
        boolean isWhole = names.size() == relations(selection.schema()).size();
        Scope scope = new Scope(selection.schema(), isWhole ? null : Set.copyOf(names));
        Map<String, T> found =
                names.isEmpty() ? Map.of() : get(what, scope, (reader, runner) -> read.from(reader, runner, scope));
        Map<String, T> ordered = new LinkedHashMap<>();
        names.forEach(name -> ordered.put(name, found.getOrDefault(name, none)));
        return ordered;
    }

    static List<String> key(@Nullable String... parts) {
        return Arrays.stream(parts).map(part -> part == null ? "" : "." + part).toList();
    }

    void clear() {
        known.clear();
    }
}
