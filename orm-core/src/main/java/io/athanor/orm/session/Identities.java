package io.athanor.orm.session;

import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.sql.error.ArgumentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings a key that the application gives into the form that identities have. */
final class Identities {
    private Identities() {}

    static Object normalize(EntityMapper<?> mapper, Object id) {
        int[] indexes = mapper.keyIndexes();
        if (indexes.length == 1 && isOfClass(mapper, indexes[0], id)) {
            return id;
        }
        List<?> given = given(mapper, id);
        if (given.size() != indexes.length) {
            throw new ArgumentException(
                    "Key of [%s] was given as [%d] values, but it has [%d]: %s; give a list of its values in this order"
                            .formatted(mapper.type().getSimpleName(), given.size(), indexes.length, names(mapper)));
        }
        List<Object> values = new ArrayList<>(indexes.length);
        for (int i = 0; i < indexes.length; i++) {
            values.add(convert(mapper, mapper.attribute(indexes[i]), given.get(i)));
        }
        return values.size() == 1 ? values.get(0) : List.copyOf(values);
    }

    /** A key that is one value may itself be a list or a record, in the eyes of its type. */
    private static boolean isOfClass(EntityMapper<?> mapper, int index, Object id) {
        return mapper.attribute(index).column().type().javaType().isInstance(id);
    }

    private static List<?> given(EntityMapper<?> mapper, Object id) {
        if (id == null) {
            return List.of();
        }
        if (id instanceof Record record) {
            return KeyRecord.values(record, names(mapper));
        }
        if (id instanceof Map<?, ?> map) {
            return named(mapper, map);
        }
        return id instanceof List<?> list ? list : List.of(id);
    }

    /** The values of a key by the names of its attributes, as SQLAlchemy takes a dictionary. */
    private static List<?> named(EntityMapper<?> mapper, Map<?, ?> given) {
        List<String> names = names(mapper);
        if (given.size() != names.size() || !given.keySet().containsAll(names)) {
            throw new ArgumentException("Key of [%s] was given by the names %s, but it has %s; name exactly these"
                    .formatted(mapper.type().getSimpleName(), given.keySet(), names));
        }
        return names.stream().map(given::get).toList();
    }

    private static List<String> names(EntityMapper<?> mapper) {
        List<String> names = new ArrayList<>();
        for (int index : mapper.keyIndexes()) {
            names.add(mapper.attribute(index).name());
        }
        return names;
    }

    /** An int literal may stand for a key of another integer class, as it does in Java's own assignments. */
    private static Object convert(EntityMapper<?> mapper, MappedAttribute attribute, Object value) {
        Class<?> wanted = attribute.column().type().javaType();
        if (wanted.isInstance(value)) {
            return value;
        }
        boolean isInteger = value instanceof Integer || value instanceof Long || value instanceof Short;
        if (isInteger) {
            long number = ((Number) value).longValue();
            if (wanted == Long.class) {
                return number;
            } else if (wanted == Integer.class && number == (int) number) {
                return (int) number;
            } else if (wanted == Short.class && number == (short) number) {
                return (short) number;
            }
        }
        Object read = value instanceof String text ? number(text, wanted) : null;
        if (read != null) {
            return read;
        }
        throw new ArgumentException("Key [%s.%s] was given as [%s], but it is of class [%s]; give a value of that class"
                .formatted(
                        mapper.type().getSimpleName(),
                        attribute.name(),
                        value.getClass().getName(),
                        wanted.getName()));
    }

    /** A whole number as it is written in an address or a form; null if the text is none, or no number is wanted. */
    private static @Nullable Object number(String text, Class<?> wanted) {
        try {
            if (wanted == Integer.class) {
                return Integer.valueOf(text);
            } else if (wanted == Long.class) {
                return Long.valueOf(text);
            }
            return wanted == Short.class ? Short.valueOf(text) : null;
        } catch (NumberFormatException otherText) {
            return null;
        }
    }
}
