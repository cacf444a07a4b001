package io.athanor.orm.session;

import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.sql.error.ArgumentException;
import java.util.ArrayList;
import java.util.List;

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
        return id instanceof List<?> list ? list : List.of(id);
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
        throw new ArgumentException("Key [%s.%s] was given as [%s], but it is of class [%s]; give a value of that class"
                .formatted(
                        mapper.type().getSimpleName(),
                        attribute.name(),
                        value.getClass().getName(),
                        wanted.getName()));
    }
}
