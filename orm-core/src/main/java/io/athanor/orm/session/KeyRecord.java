package io.athanor.orm.session;

import io.athanor.sql.error.ArgumentException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a composite key out of a record: by the names of its components if they are those of the key, else by position. */
final class KeyRecord {
    private KeyRecord() {}

    static List<@Nullable Object> values(Record key, List<String> attributes) {
        RecordComponent[] components = key.getClass().getRecordComponents();
        List<String> names =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        boolean isByName = names.size() == attributes.size() && names.containsAll(attributes);
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            values.add(read(key, components[isByName ? names.indexOf(attributes.get(i)) : i]));
        }
        return values;
    }

    private static @Nullable Object read(Record key, RecordComponent component) {
        try {
            if (!component.getAccessor().trySetAccessible()) {
                throw hidden(key, null);
            }
            return component.getAccessor().invoke(key);
        } catch (IllegalAccessException closed) {
            throw hidden(key, closed);
        } catch (InvocationTargetException failed) {
            throw new ArgumentException("Component [%s] of key record [%s] could not be read: %s; correct its accessor"
                    .formatted(component.getName(), key.getClass().getName(), failed.getCause()));
        }
    }

    private static ArgumentException hidden(Record key, @Nullable IllegalAccessException cause) {
        ArgumentException refused = new ArgumentException(
                "Key record [%s] cannot be read from here; make it public in an exported package, or give a list of the values"
                        .formatted(key.getClass().getName()));
        if (cause != null) {
            refused.initCause(cause);
        }
        return refused;
    }
}
