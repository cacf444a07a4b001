package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an INSERT, UPDATE or DELETE says beside its rows and conditions. Immutable and thread-safe.
 *
 * @param hints keywords and optimizer hints behind the verb
 * @param hasDefaults whether columns that are not set take their client-side default
 * @param isInline whether the generated key is not wanted
 * @param isOrdered whether SET keeps the order in which it was stated
 * @param limit how many rows are changed at most, or {@code null} for all
 * @param more what whoever executes the statement was told
 * @since 0.1.0
 */
public record ChangeOptions(
        List<Hint> hints,
        boolean hasDefaults,
        boolean isInline,
        boolean isOrdered,
        @Nullable Integer limit,
        List<StatementOption> more) {
    /** Nothing of it. */
    static final ChangeOptions NONE = new ChangeOptions(List.of(), true, false, false, null, List.of());

    ChangeOptions withHint(Hint hint) {
        if (hint.place() != Hint.Place.KEYWORDS && hint.place() != Hint.Place.OPTIMIZER) {
            throw new ArgumentException("Hint [%s] is for [%s] of a SELECT; a change takes keywords and optimizer hints"
                    .formatted(hint.text(), hint.place()));
        }
        List<Hint> all = new ArrayList<>(hints);
        all.add(hint);
        return new ChangeOptions(List.copyOf(all), hasDefaults, isInline, isOrdered, limit, more);
    }

    ChangeOptions withoutDefaults() {
        return new ChangeOptions(hints, false, isInline, isOrdered, limit, more);
    }

    ChangeOptions inline() {
        return new ChangeOptions(hints, hasDefaults, true, isOrdered, limit, more);
    }

    ChangeOptions inStatedOrder() {
        return new ChangeOptions(hints, hasDefaults, isInline, true, limit, more);
    }

    ChangeOptions withLimit(int rows) {
        if (rows < 0) {
            throw new ArgumentException("Limit [%d] is negative; give the largest number of rows".formatted(rows));
        }
        return new ChangeOptions(hints, hasDefaults, isInline, isOrdered, rows, more);
    }

    ChangeOptions with(List<StatementOption> others) {
        List<StatementOption> all = new ArrayList<>(more);
        all.addAll(others);
        return new ChangeOptions(hints, hasDefaults, isInline, isOrdered, limit, List.copyOf(all));
    }
}
