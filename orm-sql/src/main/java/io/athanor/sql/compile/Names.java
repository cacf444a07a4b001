package io.athanor.sql.compile;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Generates names: {@code anon_1}, {@code count_1}, {@code users_1}; numbered for each beginning, in order of first use. */
final class Names {
    private final Map<String, Integer> last = new HashMap<>();
    private final Map<Object, String> given = new IdentityHashMap<>();

    /** The same object always has the same name. */
    String of(Object owner, String beginning) {
        return given.computeIfAbsent(owner, any -> next(beginning));
    }

    /** Give an object a name that is not generated. */
    void assign(Object owner, String name) {
        given.put(owner, name);
    }

    String next(String beginning) {
        return beginning + "_" + last.merge(beginning, 1, Integer::sum);
    }
}
