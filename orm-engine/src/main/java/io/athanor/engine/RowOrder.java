package io.athanor.engine;

import io.athanor.engine.dialect.Capability;
import io.athanor.engine.dialect.Dialect;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Assignment;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.type.StorageKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the yielded rows of an INSERT into the order of the rows that were given, where the database promises none. The primary
 * key tells them apart: by the values that were given, or, where the database numbers the rows, by the numbers' order.
 */
final class RowOrder {
    private static final Set<StorageKind> WHOLE =
            EnumSet.of(StorageKind.SMALLINT, StorageKind.INTEGER, StorageKind.BIGINT);

    /** Read back as what was bound, so that they can be found again. */
    private static final Set<StorageKind> EXACT = EnumSet.of(
            StorageKind.SMALLINT, StorageKind.INTEGER, StorageKind.BIGINT, StorageKind.UUID, StorageKind.STRING);

    /** The order in which the database yields them. */
    static final RowOrder UNCHANGED = new RowOrder(List.of(), null);

    private final List<? extends NamedColumn<?>> keys;
    private final @Nullable Map<List<@Nullable Object>, Integer> places;

    private RowOrder(List<? extends NamedColumn<?>> keys, @Nullable Map<List<@Nullable Object>, Integer> places) {
        this.keys = keys;
        this.places = places;
    }

    /** A row that was read, with the values of its key. */
    record Keyed(List<@Nullable Object> key, ResultRow row) {}

    /** Find out how the rows of an INSERT are told apart; {@code null} if they cannot be. */
    static @Nullable RowOrder of(Insert insert, Dialect dialect) {
        boolean isPromised = dialect.capabilities().has(Capability.RETURNING_IN_ORDER);
        // A row that was there already has a key of its own, and one that is left out yields nothing.
        if (isPromised || insert.conflict() != null || insert.rows().size() < 2) {
            return UNCHANGED;
        }
        if (!(insert.table() instanceof Table table) || table.primaryKey().isEmpty()) {
            return null;
        }
        List<? extends Column<?>> keys = table.primaryKey();
        return isNumbered(insert, keys) ? new RowOrder(keys, null) : given(insert, keys);
    }

    private static boolean isNumbered(Insert insert, List<? extends Column<?>> keys) {
        Column<?> key = keys.get(0);
        boolean isStated =
                insert.rows().get(0).stream().anyMatch(each -> each.column().equals(key));
        boolean hasDefault = key.insertDefault() != null || key.insertExpression() != null;
        return keys.size() == 1
                && key.autoincrement()
                && WHOLE.contains(key.type().kind())
                && !isStated
                && !hasDefault;
    }

    private static @Nullable RowOrder given(Insert insert, List<? extends Column<?>> keys) {
        Map<List<@Nullable Object>, Integer> places = new HashMap<>();
        for (List<Assignment> row : insert.rows()) {
            List<@Nullable Object> key = new ArrayList<>();
            for (Column<?> column : keys) {
                for (Assignment each : row) {
                    boolean isPlain = each.column().equals(column)
                            && each.value() instanceof Bind<?> bind
                            && !bind.isSupplied()
                            && !bind.isNamed()
                            && EXACT.contains(column.type().kind());
                    if (isPlain) {
                        key.add(((Bind<?>) each.value()).value());
                    }
                }
            }
            if (key.size() < keys.size()) {
                return null;
            }
            places.put(key, places.size());
        }
        return new RowOrder(keys, places);
    }

    /** What has to be yielded beside what is wanted. */
    List<? extends NamedColumn<?>> keys() {
        return keys;
    }

    /** Sort the rows of one statement. */
    void sort(List<Keyed> rows) {
        Map<List<@Nullable Object>, Integer> known = places;
        if (known != null) {
            rows.sort(Comparator.comparingInt(row -> known.getOrDefault(row.key(), Integer.MAX_VALUE)));
        } else if (!keys.isEmpty()) {
            rows.sort(Comparator.comparingLong(row -> ((Number) row.key().get(0)).longValue()));
        }
    }
}
