package io.athanor.sql.schema;

import io.athanor.sql.error.ArgumentException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one dialect alone understands, by its name and the option's. */
final class DialectOptions {
    private final Map<String, Map<String, Object>> byDialect = new LinkedHashMap<>();

    void put(String dialect, String name, Object value) {
        boolean isPlain = value instanceof String || value instanceof Number || value instanceof Boolean;
        boolean isList = value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
        if (!isPlain && !isList) {
            throw new ArgumentException(
                    "Option [%s] of dialect [%s] has a value of class [%s]; use text, a number, a boolean or a list of texts"
                            .formatted(name, dialect, value.getClass().getName()));
        }
        byDialect.computeIfAbsent(dialect, any -> new LinkedHashMap<>()).put(name, value);
    }

    Map<String, Object> of(String dialect) {
        return Collections.unmodifiableMap(byDialect.getOrDefault(dialect, Map.of()));
    }
}
