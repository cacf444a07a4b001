package io.athanor.tests.scenario;

import static io.athanor.orm.Orm.inspect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.athanor.orm.mapper.Attribute;
import io.athanor.orm.mapper.Mapper;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.state.ObjectState.Lifecycle;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Brings what a step shows into the form of the records. */
final class Shown {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Registry registry;

    Shown(Registry registry) {
        this.registry = registry;
    }

    /** Reads a collection, which loads it where it is not loaded. */
    static void read(Iterable<?> collection) {
        for (Object member : collection) {
            Objects.requireNonNull(member);
        }
    }

    static String state(Object instance) {
        return inspect(instance).lifecycle().name().toLowerCase(Locale.ROOT);
    }

    static List<String> states(Object... instances) {
        return List.of(instances).stream().map(Shown::state).toList();
    }

    List<Object> entities(Collection<?> instances) {
        return instances.stream().map(this::entity).toList();
    }

    /** The columns that are loaded, which are read, and the others, which are not. */
    <E> Object entity(E instance) {
        Mapper<E> mapper = mapper(instance);
        Set<String> unloaded = inspect(instance).unloaded();
        boolean isStored = inspect(instance).lifecycle() == Lifecycle.PERSISTENT;
        Map<String, Object> loaded = new LinkedHashMap<>();
        for (Attribute<E, ?> attribute : mapper.attributes()) {
            Object value = unloaded.contains(attribute.name()) ? null : Field.read(instance, attribute.name());
            if (!unloaded.contains(attribute.name()) && (isStored || value != null)) {
                loaded.put(Field.column(mapper, attribute.name()), value);
            }
        }
        return Map.of("entity", "*", "loaded", loaded);
    }

    @SuppressWarnings("unchecked")
    private <E> Mapper<E> mapper(E instance) {
        return registry.mapper((Class<E>) instance.getClass());
    }

    /** A recorded result without what depends on the names of classes and on the order of attributes. */
    static JsonNode comparable(JsonNode result) {
        if (result.isArray()) {
            ArrayNode all = JSON.createArrayNode();
            result.forEach(one -> all.add(comparable(one)));
            return all;
        }
        if (result.isObject() && result.has("entity")) {
            ObjectNode entity = JSON.createObjectNode();
            entity.put("entity", "*");
            entity.set("loaded", result.get("loaded"));
            return entity;
        }
        if (result.isObject() && result.has("values")) {
            return comparable(result.get("values"));
        }
        return result;
    }

    /** As it is read: an int and a long of one value are the same. */
    static JsonNode parsed(Object value) {
        try {
            return JSON.readTree(JSON.writeValueAsString(value));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }

    static JsonNode json(Object value) {
        return JSON.valueToTree(value);
    }
}
