package io.athanor.orm.mapping;

import io.athanor.orm.mapping.PropertyMapping.Deferral;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a mapping holds so far: properties and relationships, and the order of both together. Immutable. */
record Members(
        List<String> names,
        List<PropertyMapping<?>> properties,
        List<RelationshipMapping> relationships,
        List<SecondaryTable> secondaries,
        Map<String, Deferral> deferrals) {
    static final Members NONE = new Members(List.of(), List.of(), List.of(), List.of(), Map.of());

    Members plus(Class<?> owner, PropertyMapping<?> property) {
        return new Members(
                named(owner, property.name()), appended(properties, property), relationships, secondaries, deferrals);
    }

    Members plus(Class<?> owner, RelationshipMapping relationship) {
        return new Members(
                named(owner, relationship.name()),
                properties,
                appended(relationships, relationship),
                secondaries,
                deferrals);
    }

    Members plus(SecondaryTable secondary) {
        return new Members(names, properties, relationships, appended(secondaries, secondary), deferrals);
    }

    Members plus(Class<?> owner, String property, Deferral deferral) {
        if (properties.stream().noneMatch(each -> each.name().equals(property))) {
            throw new MappingException("Class [%s] has no property [%s] to be deferred; state the property first"
                    .formatted(owner.getName(), property));
        }
        Map<String, Deferral> more = new LinkedHashMap<>(deferrals);
        more.put(property, deferral);
        return new Members(names, properties, relationships, secondaries, Map.copyOf(more));
    }

    private List<String> named(Class<?> owner, String name) {
        if (names.contains(name)) {
            throw new MappingException(
                    "Class [%s] has two properties [%s]; rename one".formatted(owner.getName(), name));
        }
        return appended(names, name);
    }

    private static <T> List<T> appended(List<T> list, T element) {
        List<T> more = new ArrayList<>(list);
        more.add(element);
        return List.copyOf(more);
    }
}
