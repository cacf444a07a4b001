package io.athanor.engine.migrate;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which names a database takes for the same. */
record Names(boolean foldsUpperCase) {
    /** What names that are the same have in common. */
    String key(String name) {
        boolean isUpper = foldsUpperCase && name.matches("[A-Z][A-Z0-9_$]*");
        return isUpper ? name.toLowerCase(Locale.ROOT) : name;
    }

    boolean same(String one, String other) {
        return key(one).equals(key(other));
    }

    /** A name that nobody gave or nobody tells is the same as any. */
    boolean fits(@Nullable String declared, @Nullable String stored) {
        return declared == null || stored == null || same(declared, stored);
    }

    String full(@Nullable String schema, String name) {
        return schema == null ? key(name) : key(schema) + "." + key(name);
    }
}
