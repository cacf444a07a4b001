package io.athanor.dialect.mariadb;

import io.athanor.sql.Sql;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.InlineValue;
import io.athanor.sql.tree.Operator;
import io.athanor.sql.type.SqlTypes;
import java.time.LocalDateTime;

/**
 * Functions that only MySQL and MariaDB have. All methods are thread-safe.
 *
 * @since 0.1.0
 */
public final class Mysql {
    private static final Operator SEPARATOR = Operator.custom("SEPARATOR");

    private Mysql() {}

    /**
     * {@code group_concat}: the texts of a group, one behind the other.
     *
     * @param text the text of a row
     * @param separator what stands between two texts, written as a literal
     * @return the whole
     */
    public static Expression<String> groupConcat(Expression<String> text, String separator) {
        Expression<String> literal = new InlineValue<>(separator, SqlTypes.STRING);
        return Sql.func.call("group_concat", SqlTypes.TEXT, text.op(SEPARATOR, literal, SqlTypes.TEXT));
    }

    /**
     * {@code utc_timestamp()}: date and time in UTC.
     *
     * @return the time at which the statement began
     */
    public static Expression<LocalDateTime> utcTimestamp() {
        return Sql.func.call("utc_timestamp", SqlTypes.TIMESTAMP);
    }
}
