package io.athanor.sql.compile;

import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place for a value, or for a list of values, in compiled SQL.
 *
 * @param offset where in the text it stands
 * @param types the type that it is bound as; for a list of rows that of each value
 * @param index which of the statement's binds it takes, or -1 for a bind that the compiler made itself
 * @param own the bind that the compiler made itself; {@code null} for one of the statement's, whose values must not be kept
 * @param name what it is called where the text shows names
 * @param list what a list is written as, or {@code null} for a single value
 */
record Parameter(
        int offset,
        List<SqlType<?>> types,
        int index,
        @Nullable SqlNode own,
        String name,
        @Nullable ListForm list) {
    /**
     * What a list of values is written as, between parentheses that are there already.
     *
     * @param empty what stands for no values, or {@code null} if nothing can
     * @param prefix what stands before the values
     */
    record ListForm(@Nullable String empty, String prefix) {}

    Parameter movedBy(int characters) {
        return new Parameter(offset + characters, types, index, own, name, list);
    }

    SqlType<?> type() {
        return types.get(0);
    }
}
