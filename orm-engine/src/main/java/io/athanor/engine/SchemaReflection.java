package io.athanor.engine;

import io.athanor.engine.dialect.Dialect;
import io.athanor.engine.dialect.QueryRunner;
import io.athanor.engine.dialect.Reflected;
import io.athanor.engine.dialect.SchemaReader;
import io.athanor.engine.dialect.SchemaReader.Scope;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.ReflectSpec;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads tables into metadata: those that are asked for, then those that these refer to, each round in few statements. */
final class SchemaReflection {
    private final Dialect dialect;
    private final QueryRunner runner;
    private final MetaData metadata;
    private final ReflectSpec spec;
    private final Set<List<@Nullable String>> read = new LinkedHashSet<>();

    SchemaReflection(Dialect dialect, QueryRunner runner, MetaData metadata, ReflectSpec spec) {
        this.dialect = dialect;
        this.runner = runner;
        this.metadata = metadata;
        this.spec = spec;
    }

    /** Everything that is told of the tables of one round. */
    record Catalogue(
            Map<String, List<Reflected.Column>> columns,
            Map<String, Reflected.PrimaryKey> primaryKeys,
            Map<String, List<Reflected.ForeignKey>> foreignKeys,
            Map<String, List<Reflected.Unique>> uniques,
            Map<String, List<Reflected.Check>> checks,
            Map<String, List<Reflected.Index>> indexes,
            Map<String, String> comments,
            Map<String, Map<String, Object>> options) {}

    void run() {
        String schema = spec.schemaName();
        Map<String, Reflected.Relation> relations = relations(schema);
        for (String name : spec.names()) {
            if (!relations.containsKey(name)
                    && metadata.find(fullName(schema, name)).isEmpty()) {
                throw new NoSuchTableException(schema, name);
            }
        }
        Map<String, Reflected.Relation> wanted = new LinkedHashMap<>();
        relations.forEach((name, relation) -> {
            boolean isAsked = spec.names().contains(name) || !relation.isTemporary();
            boolean isNew = spec.extendsExisting()
                    || metadata.find(fullName(schema, name)).isEmpty();
            if (isAsked && isNew && spec.includes(name, relation.kind() != Reflected.Kind.TABLE)) {
                wanted.put(name, relation);
            }
        });
        readAll(schema, wanted);
    }

    static String fullName(@Nullable String schema, String name) {
        return schema == null ? name : schema + "." + name;
    }

    private Map<String, Reflected.Relation> relations(@Nullable String schema) {
        Map<String, Reflected.Relation> byName = new LinkedHashMap<>();
        dialect.schema().relations(runner, schema).forEach(each -> byName.put(each.name(), each));
        return byName;
    }

    private void readAll(@Nullable String schema, Map<String, Reflected.Relation> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        Catalogue catalogue = catalogue(new Scope(schema, wanted.keySet()));
        String ownSchema = schema == null ? null : dialect.schema().defaultSchema(runner);
        Map<Optional<String>, Set<String>> referred = new LinkedHashMap<>();
        for (Reflected.Relation relation : wanted.values()) {
            ReflectedTable table = new ReflectedTable(dialect.name(), relation, schema, catalogue);
            table.addTo(metadata, spec, schema != null && schema.equals(ownSchema));
            read.add(java.util.Arrays.asList(schema, relation.name()));
            for (Reflected.Referred target : table.referred()) {
                boolean isOwn = schema != null && schema.equals(ownSchema) && target.schema() == null;
                referred.computeIfAbsent(
                                Optional.ofNullable(isOwn ? schema : target.schema()), any -> new LinkedHashSet<>())
                        .add(target.table());
            }
        }
        if (spec.resolvesForeignKeys()) {
            referred.forEach((where, names) -> follow(where.orElse(null), names));
        }
    }

    private void follow(@Nullable String schema, Set<String> names) {
        Set<String> missing = new LinkedHashSet<>(names);
        missing.removeIf(name -> metadata.find(fullName(schema, name)).isPresent()
                || read.contains(java.util.Arrays.asList(schema, name)));
        if (missing.isEmpty()) {
            return;
        }
        Map<String, Reflected.Relation> relations = relations(schema);
        relations.keySet().retainAll(missing);
        readAll(schema, relations);
    }

    private Catalogue catalogue(Scope scope) {
        SchemaReader reader = dialect.schema();
        return new Catalogue(
                reader.columns(runner, scope),
                reader.primaryKeys(runner, scope),
                reader.foreignKeys(runner, scope),
                reader.uniques(runner, scope),
                reader.checks(runner, scope),
                reader.indexes(runner, scope),
                reader.comments(runner, scope),
                reader.options(runner, scope));
    }
}
