package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.type.ConvertedType;
import io.athanor.sql.type.SqlTypes;
import java.util.List;

/** The types that keys of JSON are bound as: a path in the language of SQL/JSON, {@code $."a"[1]}. */
final class JsonKey {
    /** The key of an object. */
    static final ConvertedType<String, String> KEY = new PathType<>(String.class);
    /** The index of an array. */
    static final ConvertedType<Integer, String> INDEX = new PathType<>(Integer.class);
    /** Keys and indexes, one below the other. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal has no arguments
    static final ConvertedType<List<?>, String> PATH = new PathType<>((Class<List<?>>) (Class) List.class);

    private JsonKey() {}

    private static final class PathType<T> extends ConvertedType<T, String> {
        PathType(Class<T> javaType) {
            super(javaType, SqlTypes.STRING);
        }

        @Override
        protected String toStored(T value) {
            StringBuilder path = new StringBuilder("$");
            (value instanceof List<?> steps ? steps : List.of(value)).forEach(step -> path.append(step(step)));
            return path.toString();
        }

        private static String step(Object step) {
            return step instanceof String key ? ".\"" + escaped(key) + "\"" : "[" + step + "]";
        }

        private static String escaped(String key) {
            return key.replace("\\", "\\\\").replace("\"", "\\\"");
        }

        @Override
        protected T fromStored(String stored) {
            throw new ArgumentException("A path of JSON is bound only, never read: [%s]".formatted(stored));
        }
    }

    static Bind<?> bind(String name, Object step) {
        if (step instanceof String key) {
            return new Bind<>(name, key, KEY);
        } else if (step instanceof Integer index) {
            return new Bind<>(name, index, INDEX);
        }
        for (Object each : (List<?>) step) {
            if (!(each instanceof String) && !(each instanceof Integer)) {
                throw new ArgumentException(
                        "[%s] is no step into JSON; give keys as strings and indexes as integers".formatted(each));
            }
        }
        return new Bind<>(name, List.copyOf((List<?>) step), PATH);
    }
}
