package io.athanor.sql.compile;

import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.type.SqlType;

/**
 * A place for a value in compiled SQL.
 *
 * @param offset where in the text it stands
 * @param type the type that it is bound as
 * @param index which of the statement's binds it takes, or -1 for a bind that the compiler made itself
 * @param bind the bind that it was compiled from
 * @since 0.1.0
 */
record Parameter(int offset, SqlType<?> type, int index, SqlNode bind) {
    Parameter movedBy(int characters) {
        return new Parameter(offset + characters, type, index, bind);
    }
}
