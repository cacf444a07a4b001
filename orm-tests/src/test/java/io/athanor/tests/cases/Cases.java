package io.athanor.tests.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The expressions of one family, each under its case's name; one expression serves all dialects. What a case yields is an
 * expression, a statement, or a {@link Ddl} for text that is no statement of the tree.
 */
final class Cases {
    private final String family;
    private final Map<String, Function<Vocabulary, Object>> cases = new LinkedHashMap<>();

    Cases(String family) {
        this.family = family;
    }

    /** Define a case. */
    Cases add(String name, Function<Vocabulary, Object> expression) {
        if (cases.put(name, expression) != null) {
            throw new IllegalStateException("Case [%s/%s] is defined twice".formatted(family, name));
        }
        return this;
    }

    Map<String, Function<Vocabulary, Object>> all() {
        Map<String, Function<Vocabulary, Object>> byKey = new LinkedHashMap<>();
        cases.forEach((name, expression) -> byKey.put(family + "/" + name, expression));
        return Collections.unmodifiableMap(byKey);
    }

    /** Text that a dialect's DDL compiler or type renderer writes. */
    interface Ddl {
        String write(CaseDialect dialect);
    }
}
