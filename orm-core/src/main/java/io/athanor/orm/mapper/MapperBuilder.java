package io.athanor.orm.mapper;

import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.mapping.Declaration;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.mapping.MappingException;
import io.athanor.orm.mapping.PropertyAccess;
import io.athanor.orm.mapping.PropertyMapping;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Table;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Checks a mapping and makes a mapper of it. */
final class MapperBuilder<E> {
    private final Mapping<E> mapping;
    private final @Nullable Declaration<E> declaration;
    private final List<PropertyMapping<?>> properties;
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
        this.properties =
                declaration == null || mapping.table() == null ? mapping.properties() : inOrder(declaration.fields());
        mapping.ids().forEach(this::indexOf);
        if (mapping.table() == null && mapping.ids().isEmpty()) {
            throw new MappingException("Class [%s] has no id; annotate the field that identifies an instance with @Id"
                    .formatted(mapping.type().getName()));
        }
        this.access = accessOf(mapping, declaration, properties);
    }

    /** The index of an attribute of an enhanced class is that of its field, whatever the order of an imperative mapping. */
    private List<PropertyMapping<?>> inOrder(List<Declaration.Field> fields) {
        List<String> names = fields.stream().map(Declaration.Field::name).toList();
        for (PropertyMapping<?> property : mapping.properties()) {
            if (!names.contains(property.name())) {
                throw new MappingException(
                        "Property [%s.%s] is no field of the enhanced class, which has %s; name the property after its field"
                                .formatted(mapping.type().getName(), property.name(), names));
            }
        }
        List<PropertyMapping<?>> ordered = new ArrayList<>();
        for (Declaration.Field field : fields) {
            ordered.add(withField(propertyOf(field), field));
        }
        return ordered;
    }

    private PropertyMapping<?> propertyOf(Declaration.Field field) {
        for (PropertyMapping<?> property : mapping.properties()) {
            if (property.name().equals(field.name())) {
                return property;
            }
        }
        throw new MappingException(
                "Field [%s.%s] of the enhanced class is not mapped; map it as a property, or make it transient"
                        .formatted(mapping.type().getName(), field.name()));
    }

    private <T> PropertyMapping<T> withField(PropertyMapping<T> property, Declaration.Field field) {
        Column<T> column = property.column();
        Class<?> boxed = MethodType.methodType(field.fieldClass()).wrap().returnType();
        if (column != null && column.type().javaType() != boxed) {
            throw new MappingException("Field [%s.%s] is of class [%s], but column [%s] holds [%s]; make them the same"
                    .formatted(
                            mapping.type().getName(),
                            field.name(),
                            boxed.getName(),
                            column,
                            column.type().javaType().getName()));
        }
        return new PropertyMapping<>(property.name(), field.fieldClass(), property.declared(), column, null);
    }

    Mapping<E> mapping() {
        return mapping;
    }

    EntityMapper<E> build(Table table) {
        int[] keys = keyIndexes(table);
        List<MappedAttribute> attributes = new ArrayList<>();
        for (PropertyMapping<?> property : properties) {
            int index = attributes.size();
            boolean isKey = false;
            for (int key : keys) {
                isKey |= key == index;
            }
            attributes.add(new MappedAttribute(
                    index, property.name(), property.fieldClass(), columnOf(property, table), isKey));
        }
        return new EntityMapper<>(mapping.type(), table, attributes, keys, access);
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
        for (int i = 0; i < properties.size(); i++) {
            if (properties.get(i).column() == key) {
                return i;
            }
        }
        throw new MappingException(
                "Class [%s] maps no property to column [%s], which is part of the primary key; map one, or state id(…)"
                        .formatted(mapping.type().getName(), key));
    }

    private int indexOf(String id) {
        for (int i = 0; i < properties.size(); i++) {
            if (properties.get(i).name().equals(id)) {
                return i;
            }
        }
        throw new MappingException("Class [%s] has no property [%s] to be its id; it has %s"
                .formatted(
                        mapping.type().getName(),
                        id,
                        properties.stream().map(PropertyMapping::name).toList()));
    }

    private static <E> InstanceAccess accessOf(
            Mapping<E> mapping, @Nullable Declaration<E> declaration, List<PropertyMapping<?>> properties) {
        if (declaration != null) {
            Instrumented prototype = declaration.prototype();
            if (prototype == null) {
                throw new MappingException(
                        "Class [%s] is abstract and inheritance is not supported yet; map a class that has instances"
                                .formatted(mapping.type().getName()));
            }
            return new EnhancedAccess(prototype);
        }
        Supplier<? extends E> create = mapping.creator();
        List<PropertyAccess> accesses = new ArrayList<>();
        for (PropertyMapping<?> property : properties) {
            if (property.access() == null) {
                throw notAccessible(mapping, "Property [" + property.name() + "]", "a getter and a setter");
            }
            accesses.add(property.access());
        }
        if (create == null) {
            throw notAccessible(mapping, "The mapping", "a supplier of instances");
        }
        return new PlainAccess(mapping.type(), create, accesses.toArray(PropertyAccess[]::new));
    }

    private static MappingException notAccessible(Mapping<?> mapping, String what, String remedy) {
        return new MappingException(
                "%s of class [%s] has no way to access an instance, since the class is not enhanced; give it %s, or the mapping a Lookup"
                        .formatted(what, mapping.type().getName(), remedy));
    }
}
