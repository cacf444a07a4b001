package io.athanor.orm.flush;

import io.athanor.orm.identity.EntityKey;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.orm.state.FlushException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the keys of instances. */
final class Identities {
    private Identities() {}

    /** The key of an instance whose row is there. */
    static EntityKey keyOf(EntityMapper<?> mapper, Object instance) {
        int[] indexes = mapper.keyIndexes();
        if (indexes.length == 1) {
            return new EntityKey(mapper, required(mapper, instance, indexes[0]));
        }
        List<Object> values = new ArrayList<>(indexes.length);
        for (int index : indexes) {
            values.add(required(mapper, instance, index));
        }
        return new EntityKey(mapper, List.copyOf(values));
    }

    private static Object required(EntityMapper<?> mapper, Object instance, int index) {
        Object value = mapper.get(instance, index);
        if (value == null) {
            throw new FlushException(
                    "Instance of [%s] was inserted, but its key [%s] is null; set it before the flush, or give its column a default"
                            .formatted(
                                    mapper.type().getSimpleName(),
                                    mapper.attribute(index).name()));
        }
        return value;
    }

    /** The key that a new instance will have, if its application has set it. */
    static @Nullable EntityKey givenKey(InstanceState state) {
        EntityMapper<?> mapper = state.mapper();
        Object instance = state.requireInstance();
        for (int index : mapper.keyIndexes()) {
            if (isUnset(mapper, instance, mapper.attribute(index))) {
                return null;
            }
        }
        return keyOf(mapper, instance);
    }

    /** A primitive key cannot be null; zero stands for "none yet", as databases number from one. */
    static boolean isUnset(EntityMapper<?> mapper, Object instance, MappedAttribute attribute) {
        Object value = mapper.get(instance, attribute.index());
        boolean isZero = value instanceof Number number && number.longValue() == 0;
        return value == null || attribute.isKey() && attribute.fieldType().isPrimitive() && isZero;
    }
}
