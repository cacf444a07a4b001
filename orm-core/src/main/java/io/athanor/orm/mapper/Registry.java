package io.athanor.orm.mapper;

import io.athanor.orm.mapping.DeclaredMappings;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.mapping.MappingException;
import io.athanor.orm.mapping.UnmappedClassException;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The classes that are mapped together: resolves entities and attributes to tables and columns. Immutable and thread-safe;
 * one that maps more is derived by {@code with}, and shares the metadata and the mappers.
 *
 * @since 0.1.0
 */
public final class Registry {
    private final DeclaredMappers declared;
    private final Map<Class<?>, EntityMapper<?>> mappers;

    private Registry(DeclaredMappers declared, Map<Class<?>, EntityMapper<?>> mappers) {
        this.declared = declared;
        this.mappers = mappers;
    }

    /**
     * Map annotated classes. Initialises them and defines their tables in a new metadata.
     *
     * @param mapped the classes, perhaps none
     * @return the registry
     * @throws UnmappedClassException if a class is not annotated
     * @throws io.athanor.orm.mapping.UnenhancedClassException if a class is annotated but was compiled without the processor
     * @throws MappingException if a mapping cannot be what it states, or two classes are mapped to one table
     */
    public static Registry of(Class<?>... mapped) {
        return of(new MetaData(), mapped);
    }

    /**
     * Map annotated classes, and define their tables beside those that exist.
     *
     * @param metadata where the tables are defined
     * @param mapped the classes, perhaps none
     * @return the registry
     * @throws UnmappedClassException if a class is not annotated
     * @throws io.athanor.orm.mapping.UnenhancedClassException if a class is annotated but was compiled without the processor
     * @throws MappingException if a mapping cannot be what it states, or two classes are mapped to one table
     */
    public static Registry of(MetaData metadata, Class<?>... mapped) {
        return new Registry(new DeclaredMappers(metadata), Map.of()).with(mapped);
    }

    /**
     * Map more annotated classes. Their tables are defined in the metadata that both registries share; a class that is mapped
     * already stays as it is.
     *
     * @param more the classes
     * @return a registry that maps them too
     * @throws UnmappedClassException if a class is not annotated
     * @throws io.athanor.orm.mapping.UnenhancedClassException if a class is annotated but was compiled without the processor
     * @throws MappingException if a mapping cannot be what it states, or two classes are mapped to one table
     */
    public Registry with(Class<?>... more) {
        List<Class<?>> unknown = List.of(more).stream()
                .filter(type -> !mappers.containsKey(type))
                .toList();
        Map<Class<?>, EntityMapper<?>> all = new LinkedHashMap<>(mappers);
        for (EntityMapper<?> mapper : declared.of(unknown)) {
            all.put(mapper.type(), mapper);
        }
        return new Registry(declared, Collections.unmodifiableMap(all)).configured();
    }

    /** Resolve the relationships between classes that are mapped by now, so that what is wrong is said at once. */
    private Registry configured() {
        for (EntityMapper<?> mapper : mappers.values()) {
            for (MappedRelationship relationship : mapper.relationships()) {
                if (relationship.isResolvable()) {
                    relationship.resolve();
                }
            }
        }
        return this;
    }

    /**
     * Map a class imperatively, to a table that exists in this or another metadata.
     *
     * @param mapping an imperative mapping
     * @return a registry that maps it too
     * @throws MappingException if the class or the table is mapped already, or the mapping does not fit the class
     */
    public Registry with(Mapping<?> mapping) {
        EntityMapper<?> mapper = mapperOf(mapping);
        for (EntityMapper<?> other : mappers.values()) {
            if (other.type() == mapping.type()) {
                throw new MappingException(
                        "Class [%s] is mapped by this registry already; map it once, or in another registry"
                                .formatted(mapping.type().getName()));
            }
            if (other.table() == mapper.table()) {
                throw new MappingException(
                        "Classes [%s] and [%s] are both mapped to table [%s]; map one of them to another table"
                                .formatted(
                                        other.type().getName(),
                                        mapping.type().getName(),
                                        mapper.table().name()));
            }
        }
        declared.add(mapper);
        Map<Class<?>, EntityMapper<?>> all = new LinkedHashMap<>(mappers);
        all.put(mapping.type(), mapper);
        return new Registry(declared, Collections.unmodifiableMap(all)).configured();
    }

    private <E> EntityMapper<E> mapperOf(Mapping<E> mapping) {
        Table table = mapping.table();
        if (table == null) {
            throw new MappingException("Mapping of class [%s] is a declared one; give the registry the class itself"
                    .formatted(mapping.type().getName()));
        }
        return new MapperBuilder<>(mapping, DeclaredMappings.find(mapping.type())).build(table, declared);
    }

    /**
     * Return the tables of the annotated classes.
     *
     * @return the metadata, to create and drop them; the table of an imperative mapping is in it only if it was defined there
     */
    public MetaData metadata() {
        return declared.metadata();
    }

    /**
     * Return how a class is mapped.
     *
     * @param type the class
     * @param <E> the class
     * @return its mapper
     * @throws UnmappedClassException if this registry does not map it
     */
    public <E> Mapper<E> mapper(Class<E> type) {
        return entityMapper(type);
    }

    /**
     * Return how a class is mapped, for the session.
     *
     * @param type the class
     * @param <E> the class
     * @return its mapper
     * @throws UnmappedClassException if this registry does not map it
     */
    public <E> EntityMapper<E> entityMapper(Class<E> type) {
        EntityMapper<E> mapper = find(type);
        if (mapper == null) {
            throw new UnmappedClassException(
                    "Class [%s] is not mapped by this registry, which maps %s; add it with Registry.of(…) or with(…)"
                            .formatted(
                                    type.getName(),
                                    mappers.keySet().stream()
                                            .map(Class::getSimpleName)
                                            .toList()));
        }
        return mapper;
    }

    /**
     * Return how a class is mapped, if it is.
     *
     * @param type exactly the class, not a subclass
     * @param <E> the class
     * @return its mapper, or {@code null} if this registry does not map it
     */
    @SuppressWarnings("unchecked") // a mapper is kept under its own class
    public <E> @Nullable EntityMapper<E> find(Class<E> type) {
        return (EntityMapper<E>) mappers.get(type);
    }

    /**
     * Return how all classes are mapped.
     *
     * @return the mappers in the order in which their classes were given, not to be changed
     */
    public Collection<EntityMapper<?>> mappers() {
        return mappers.values();
    }

    @Override
    public String toString() {
        return "Registry" + mappers.keySet().stream().map(Class::getSimpleName).toList();
    }
}
