package io.athanor.orm.mapper;

import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.mapping.Declaration;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.mapping.MappingException;
import io.athanor.orm.mapping.PropertyAccess;
import io.athanor.orm.mapping.PropertyMapping;
import io.athanor.orm.mapping.PropertyMapping.Deferral;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Checks a mapping and makes a mapper of it. */
final class MapperBuilder<E> {
    private final Mapping<E> mapping;
    private final @Nullable Declaration<E> declaration;
    private final FieldPlaces places;
    private final InstanceAccess access;

    /**
     * Check what can be checked without a table.
     *
     * @param declaration what the class has announced, or null if it is not enhanced
     */
    MapperBuilder(Mapping<E> mapping, @Nullable Declaration<E> declaration) {
        this.mapping = mapping;
        this.declaration = declaration;
        if (mapping.superclass() != null) {
            throw new MappingException(
                    "Class [%s] extends the mapped class [%s], but inheritance is not supported yet; map classes that extend no mapped class"
                            .formatted(
                                    mapping.type().getName(),
                                    mapping.superclass().getName()));
        }
        this.places = FieldPlaces.of(mapping, declaration);
        mapping.ids().forEach(this::indexOf);
        if (mapping.table() == null && mapping.ids().isEmpty()) {
            throw new MappingException("Class [%s] has no id; annotate the field that identifies an instance with @Id"
                    .formatted(mapping.type().getName()));
        }
        this.access = accessOf();
    }

    Mapping<E> mapping() {
        return mapping;
    }

    EntityMapper<E> build(Table table, MapperLookup lookup) {
        int[] keys = keyIndexes(table);
        List<MappedAttribute> attributes = new ArrayList<>();
        places.properties().forEach((index, property) -> {
            boolean isKey = Arrays.stream(keys).anyMatch(key -> key == index);
            attributes.add(new MappedAttribute(
                    new MappedAttribute.Place(index, attributes.size()),
                    property.name(),
                    property.fieldClass(),
                    columnOf(property, table),
                    new MappedAttribute.Role(isKey, deferral(property, isKey))));
        });
        EntityMapper.Fields fields = new EntityMapper.Fields(
                places.names().size(), attributes, places.relationships(), mapping.eagerDefaults());
        return new EntityMapper<>(mapping.type(), table, fields, keys, new EntityMapper.Access(access, lookup));
    }

    private @Nullable Deferral deferral(PropertyMapping<?> property, boolean isKey) {
        Deferral deferral = mapping.deferral(property.name());
        if (deferral != null && (isKey || declaration == null)) {
            throw new MappingException("Property [%s.%s] cannot be deferred, since %s; leave that out"
                    .formatted(
                            mapping.type().getName(),
                            property.name(),
                            isKey ? "it is part of the key" : "its class is not enhanced and would never load it"));
        }
        return deferral;
    }

    private static Column<?> columnOf(PropertyMapping<?> property, Table table) {
        Column<?> column = property.column();
        return column == null ? table.column(TableDefiner.columnName(property)) : column;
    }

    private int[] keyIndexes(Table table) {
        List<String> ids = mapping.ids();
        if (!ids.isEmpty()) {
            return ids.stream().mapToInt(this::indexOf).toArray();
        }
        if (table.primaryKey().isEmpty()) {
            throw new MappingException(
                    "Class [%s] has no id, since table [%s] has no primary key; state id(…) in the mapping"
                            .formatted(mapping.type().getName(), table.name()));
        }
        return table.primaryKey().stream().mapToInt(this::indexOf).toArray();
    }

    private int indexOf(Column<?> key) {
        for (Map.Entry<Integer, PropertyMapping<?>> each : places.properties().entrySet()) {
            if (each.getValue().column() == key) {
                return each.getKey();
            }
        }
        throw new MappingException(
                "Class [%s] maps no property to column [%s], which is part of the primary key; map one, or state id(…)"
                        .formatted(mapping.type().getName(), key));
    }

    private int indexOf(String id) {
        for (Map.Entry<Integer, PropertyMapping<?>> each : places.properties().entrySet()) {
            if (each.getValue().name().equals(id)) {
                return each.getKey();
            }
        }
        throw new MappingException("Class [%s] has no property [%s] to be its id; it has %s"
                .formatted(
                        mapping.type().getName(),
                        id,
                        places.properties().values().stream()
                                .map(PropertyMapping::name)
                                .toList()));
    }

    private InstanceAccess accessOf() {
        if (declaration != null) {
            Instrumented prototype = declaration.prototype();
            if (prototype == null) {
                throw new MappingException(
                        "Class [%s] is abstract and inheritance is not supported yet; map a class that has instances"
                                .formatted(mapping.type().getName()));
            }
            return new EnhancedAccess(prototype);
        }
        if (!mapping.relationships().isEmpty()) {
            throw new MappingException(
                    "Class [%s] has relationship [%s], but is not enhanced, so that it could not be loaded when it is used; enhance the class, by naming it in the processor's option athanor.enhance"
                            .formatted(
                                    mapping.type().getName(),
                                    mapping.relationships().get(0)));
        }
        Supplier<? extends E> create = mapping.creator();
        List<PropertyAccess> accesses = new ArrayList<>();
        for (PropertyMapping<?> property : mapping.properties()) {
            if (property.access() == null) {
                throw notAccessible("Property [" + property.name() + "]", "a getter and a setter");
            }
            accesses.add(property.access());
        }
        if (create == null) {
            throw notAccessible("The mapping", "a supplier of instances");
        }
        return new PlainAccess(mapping.type(), create, accesses.toArray(PropertyAccess[]::new));
    }

    private MappingException notAccessible(String what, String remedy) {
        return new MappingException(
                "%s of class [%s] has no way to access an instance, since the class is not enhanced; give it %s, or the mapping a Lookup"
                        .formatted(what, mapping.type().getName(), remedy));
    }
}
