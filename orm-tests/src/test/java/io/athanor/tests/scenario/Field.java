package io.athanor.tests.scenario;

import io.athanor.orm.mapper.Mapper;
import java.util.Locale;

/** Looks into an instance without anybody noticing. */
final class Field {
    private Field() {}

    static Object read(Object instance, String property) {
        try {
            java.lang.reflect.Field field = instance.getClass().getDeclaredField(property);
            field.setAccessible(true);
            return field.get(instance);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The name that the records have for a property. */
    static String column(Mapper<?> mapper, String property) {
        String name = property.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return mapper.table().columns().stream()
                        .anyMatch(column -> column.name().equals(name))
                ? name
                : property;
    }
}
