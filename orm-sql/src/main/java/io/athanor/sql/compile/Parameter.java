package io.athanor.sql.compile;

import io.athanor.sql.tree.BindList;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place for a value in compiled SQL.
 *
 * @param offset where in the text it stands
 * @param type the type that it is bound as
 * @param index which of the statement's binds it takes, or -1 for a bind that the compiler made itself
 * @param isList whether it takes a list of values
 * @param own the bind that the compiler made itself; {@code null} for one of the statement's, whose values must not be kept
 */
record Parameter(
        int offset,
        SqlType<?> type,
        int index,
        boolean isList,
        @Nullable SqlNode own) {
    static Parameter of(int offset, SqlType<?> type, int index, SqlNode bind) {
        return new Parameter(offset, type, index, bind instanceof BindList<?>, index < 0 ? bind : null);
    }

    /** The bind of a tree of the statement's structure that this takes its value from. */
    SqlNode bindIn(List<SqlNode> binds) {
        return own == null ? binds.get(index) : own;
    }
}
