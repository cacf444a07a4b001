package io.athanor.orm.mapper;

import io.athanor.orm.mapping.Declaration;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.mapping.MappingException;
import io.athanor.orm.mapping.PropertyMapping;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.sql.schema.Column;
import java.lang.invoke.MethodType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each field of a class is mapped to, by its index. The index of an attribute of an enhanced class is that of its field,
 * whatever the order of an imperative mapping.
 */
record FieldPlaces(
        List<String> names,
        Map<Integer, PropertyMapping<?>> properties,
        Map<Integer, RelationshipMapping> relationships) {

    static FieldPlaces of(Mapping<?> mapping, @Nullable Declaration<?> declaration) {
        boolean isByField = declaration != null && mapping.table() != null;
        List<Declaration.Field> fields = declaration != null && isByField ? declaration.fields() : List.of();
        List<String> names =
                isByField ? fields.stream().map(Declaration.Field::name).toList() : mapping.names();
        if (isByField) {
            checkNames(mapping, names);
        }
        Map<Integer, PropertyMapping<?>> properties = new LinkedHashMap<>();
        Map<Integer, RelationshipMapping> relationships = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Class<?> fieldClass = isByField ? fields.get(i).fieldClass() : null;
            PropertyMapping<?> property = find(mapping, names.get(i));
            if (property == null) {
                relationships.put(i, relationship(mapping, names.get(i), fieldClass));
            } else {
                properties.put(i, fieldClass == null ? property : withField(mapping, property, fieldClass));
            }
        }
        return new FieldPlaces(names, properties, relationships);
    }

    private static void checkNames(Mapping<?> mapping, List<String> names) {
        for (String name : mapping.names()) {
            if (!names.contains(name)) {
                throw new MappingException(
                        "Property [%s.%s] is no field of the enhanced class, which has %s; name the property after its field"
                                .formatted(mapping.type().getName(), name, names));
            }
        }
    }

    private static @Nullable PropertyMapping<?> find(Mapping<?> mapping, String name) {
        for (PropertyMapping<?> property : mapping.properties()) {
            if (property.name().equals(name)) {
                return property;
            }
        }
        return null;
    }

    private static RelationshipMapping relationship(Mapping<?> mapping, String name, @Nullable Class<?> fieldClass) {
        for (RelationshipMapping each : mapping.relationships()) {
            if (each.name().equals(name)) {
                return fieldClass == null ? each : held(mapping, each, fieldClass);
            }
        }
        throw new MappingException(
                "Field [%s.%s] of the enhanced class is not mapped; map it as a property, or make it transient"
                        .formatted(mapping.type().getName(), name));
    }

    private static RelationshipMapping held(Mapping<?> mapping, RelationshipMapping relationship, Class<?> fieldClass) {
        boolean isFitting = relationship.isToMany() != fieldClass.isAssignableFrom(relationship.target());
        RelationshipMapping held = mapping.relationship(relationship.name(), fieldClass);
        if (!isFitting || held == null) {
            throw new MappingException(
                    "Relationship [%s.%s] refers to [%s], but its field is of class [%s]; state toOne for a single object and toMany for a collection"
                            .formatted(
                                    mapping.type().getName(),
                                    relationship,
                                    relationship.target().getName(),
                                    fieldClass.getName()));
        }
        return held;
    }

    private static <T> PropertyMapping<T> withField(
            Mapping<?> mapping, PropertyMapping<T> property, Class<?> fieldClass) {
        Column<T> column = property.column();
        Class<?> boxed = MethodType.methodType(fieldClass).wrap().returnType();
        if (column != null && column.type().javaType() != boxed) {
            throw new MappingException("Field [%s.%s] is of class [%s], but column [%s] holds [%s]; make them the same"
                    .formatted(
                            mapping.type().getName(),
                            property.name(),
                            boxed.getName(),
                            column,
                            column.type().javaType().getName()));
        }
        return new PropertyMapping<>(property.name(), fieldClass, property.declared(), column, null);
    }
}
