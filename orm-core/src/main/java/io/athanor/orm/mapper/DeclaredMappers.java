package io.athanor.orm.mapper;

import io.athanor.orm.mapping.Declaration;
import io.athanor.orm.mapping.DeclaredMappings;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.mapping.MappingException;
import io.athanor.orm.mapping.SecondaryTable;
import io.athanor.orm.mapping.UnmappedClassException;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The metadata that a registry and those derived from it share, and the mappers of the annotated classes whose tables are in
 * it: a class has one table there, however often a registry is extended by it. Thread-safe.
 */
final class DeclaredMappers implements MapperLookup {
    private final MetaData metadata;
    private final Map<Class<?>, EntityMapper<?>> mappers = new HashMap<>();
    /** Of imperative mappings, which belong to one registry each; those of a class mapped twice cannot be told apart. */
    private final Map<Class<?>, List<EntityMapper<?>>> imperative = new HashMap<>();

    /** Tables that refer to others which are not there yet. */
    private final List<SecondaryTable> secondaries = new ArrayList<>();

    DeclaredMappers(MetaData metadata) {
        this.metadata = metadata;
    }

    MetaData metadata() {
        return metadata;
    }

    /** Classes are initialised before the lock is taken, since an initialiser may do anything. */
    List<EntityMapper<?>> of(List<Class<?>> types) {
        Map<Class<?>, MapperBuilder<?>> builders = new LinkedHashMap<>();
        for (Class<?> type : types) {
            builders.put(type, builderOf(type));
        }
        return build(builders.values());
    }

    /** Defines no table before every class has been checked, so that a refused class leaves nothing behind. */
    private synchronized List<EntityMapper<?>> build(Collection<MapperBuilder<?>> builders) {
        Map<String, Class<?>> tables = new HashMap<>();
        mappers.values().forEach(each -> tables.put(each.table().name(), each.type()));
        for (MapperBuilder<?> builder : builders) {
            if (!mappers.containsKey(builder.mapping().type())) {
                requireFreeTable(builder.mapping(), tables);
            }
        }
        List<EntityMapper<?>> found = new ArrayList<>();
        for (MapperBuilder<?> builder : builders) {
            found.add(mappers.computeIfAbsent(builder.mapping().type(), type -> {
                secondaries.addAll(builder.mapping().secondaries());
                return builder.build(TableDefiner.define(builder.mapping(), metadata), this);
            }));
        }
        secondaries.removeIf(secondary -> TableDefiner.define(secondary, metadata));
        return found;
    }

    synchronized void add(EntityMapper<?> mapper) {
        imperative.computeIfAbsent(mapper.type(), any -> new ArrayList<>()).add(mapper);
    }

    @Override
    public synchronized @Nullable EntityMapper<?> find(Class<?> type) {
        EntityMapper<?> declared = mappers.get(type);
        List<EntityMapper<?>> others = imperative.getOrDefault(type, List.of());
        return declared == null && others.size() == 1 ? others.get(0) : declared;
    }

    @Override
    public EntityMapper<?> require(Class<?> type, MappedRelationship asking) {
        EntityMapper<?> mapper = find(type);
        if (mapper == null) {
            throw new MappingException(
                    "Relationship [%s] refers to class [%s], which the registry does not map, or maps more than once; map it once, by Registry.of(…) or with(…)"
                            .formatted(asking, type.getName()));
        }
        return mapper;
    }

    @Override
    public @Nullable Table table(String name) {
        return metadata.find(name).orElse(null);
    }

    private static <E> MapperBuilder<E> builderOf(Class<E> type) {
        Declaration<E> declaration = DeclaredMappings.find(type);
        Mapping<E> mapping = declaration == null ? null : declaration.mapping();
        if (mapping == null) {
            throw new UnmappedClassException(
                    "Class [%s] is not mapped; annotate it with @Mapped, or give the registry a Mapping of it"
                            .formatted(type.getName()));
        }
        return new MapperBuilder<>(mapping, declaration);
    }

    private void requireFreeTable(Mapping<?> mapping, Map<String, Class<?>> tables) {
        String name = TableDefiner.tableName(mapping);
        Class<?> other = tables.putIfAbsent(name, mapping.type());
        if (other != null) {
            throw new MappingException("Classes [%s] and [%s] are both mapped to table [%s]; name another table for one"
                    .formatted(other.getName(), mapping.type().getName(), name));
        }
        if (metadata.find(name).isPresent()) {
            throw new MappingException(
                    "Class [%s] is mapped to table [%s], which the metadata has already; name another table, or map the class imperatively to the one that exists"
                            .formatted(mapping.type().getName(), name));
        }
    }
}
