package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an INSERT, UPDATE or DELETE says beside its rows and conditions. Immutable and thread-safe.
 *
 * @param prefixes keywords behind the verb
 * @param hasDefaults whether columns that are not set take their client-side default
 * @param isInline whether the generated key is not wanted
 * @param isOrdered whether SET keeps the order in which it was stated
 * @param limit how many rows are changed at most, or {@code null} for all
 * @since 0.1.0
 */
public record ChangeOptions(
        List<Prefix> prefixes,
        boolean hasDefaults,
        boolean isInline,
        boolean isOrdered,
        @Nullable Integer limit) {
    /** Nothing of it. */
    static final ChangeOptions NONE = new ChangeOptions(List.of(), true, false, false, null);

    /**
     * Keywords behind the verb.
     *
     * @param words letters and blanks only
     * @param dialects the names of the dialects that write them; all of them if empty
     * @since 0.1.0
     */
    public record Prefix(String words, Set<String> dialects) {
        private static final Pattern WORDS = Pattern.compile("[A-Za-z_]+( [A-Za-z_]+)*");

        /** Check that these are keywords, which nobody can escape from. */
        public Prefix {
            if (!WORDS.matcher(words).matches()) {
                throw new ArgumentException(
                        "Prefix [%s] is more than keywords; use letters and single blanks".formatted(words));
            }
            dialects = Set.copyOf(dialects);
        }

        /**
         * Return whether a dialect writes them.
         *
         * @param dialect the dialect's name
         * @return whether it does
         */
        public boolean isFor(String dialect) {
            return dialects.isEmpty() || dialects.contains(dialect);
        }
    }

    ChangeOptions withPrefix(String words, String... onlyDialects) {
        List<Prefix> all = new ArrayList<>(prefixes);
        all.add(new Prefix(words, Set.of(onlyDialects)));
        return new ChangeOptions(List.copyOf(all), hasDefaults, isInline, isOrdered, limit);
    }

    ChangeOptions withoutDefaults() {
        return new ChangeOptions(prefixes, false, isInline, isOrdered, limit);
    }

    ChangeOptions inline() {
        return new ChangeOptions(prefixes, hasDefaults, true, isOrdered, limit);
    }

    ChangeOptions inStatedOrder() {
        return new ChangeOptions(prefixes, hasDefaults, isInline, true, limit);
    }

    ChangeOptions withLimit(int rows) {
        if (rows < 0) {
            throw new ArgumentException("Limit [%d] is negative; give the largest number of rows".formatted(rows));
        }
        return new ChangeOptions(prefixes, hasDefaults, isInline, isOrdered, rows);
    }
}
