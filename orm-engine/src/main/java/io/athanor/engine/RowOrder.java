package io.athanor.engine;

import io.athanor.engine.dialect.Capability;
import io.athanor.engine.dialect.Dialect;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Sequence;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Assignment;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.type.StorageKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** Whether keys of rows that are inserted by one statement tell which row each of them belongs to. */
    static boolean isTold(Insert insert, List<? extends NamedColumn<?>> wanted, Dialect dialect) {
        if (dialect.capabilities().has(Capability.RETURNING_IN_ORDER)) {
            return true;
        }
        return insert.table() instanceof Table table
                && !table.primaryKey().isEmpty()
                && Collections.indexOfSubList(wanted, table.primaryKey()) == 0
                && isNumbered(insert, table.primaryKey());
    }

    /**
     * Put the numbers that a database gave to rows of one statement into the order of the rows. They are given in that order,
     * and nearly always yielded so. Where they are not, they are believed if none is missing in between: a database that has
     * run out of numbers may draw them by lot.
     */
    static List<@Nullable Object[]> inserted(List<@Nullable Object[]> keys, Dialect dialect) {
        if (dialect.capabilities().has(Capability.RETURNING_IN_ORDER) || isAscending(keys)) {
            return keys;
        }
        List<@Nullable Object[]> sorted = new ArrayList<>(keys);
        sorted.sort(Comparator.comparingLong(RowOrder::number));
        if (number(sorted.get(sorted.size() - 1)) - number(sorted.get(0)) != sorted.size() - 1) {
            throw new InvalidRequestException(
                    "The numbers that the database gave to [%d] rows do not tell which row has which; set the keys before inserting, or let the database number the rows in ascending order"
                            .formatted(keys.size()));
        }
        return sorted;
    }

    private static boolean isAscending(List<@Nullable Object[]> keys) {
        for (int i = 1; i < keys.size(); i++) {
            if (number(keys.get(i)) <= number(keys.get(i - 1))) {
                return false;
            }
        }
        return true;
    }

    private static long number(@Nullable Object[] key) {
        return ((Number) Objects.requireNonNull(key[0])).longValue();
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
                && !hasDefault
                && isAscending(key);
    }

    private static boolean isAscending(Column<?> key) {
        Column.Identity identity = key.identity();
        Sequence sequence = key.sequence();
        Long own = identity == null ? null : identity.options().increment();
        Long shared = sequence == null ? null : sequence.options().increment();
        return (own == null || own > 0) && (shared == null || shared > 0);
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
