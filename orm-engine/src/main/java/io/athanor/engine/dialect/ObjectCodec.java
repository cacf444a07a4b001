package io.athanor.engine.dialect;

import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Binds a value by its own class, and reads what the driver hands out. */
final class ObjectCodec implements JdbcCodec<Object> {
    private final JdbcCodecs codecs;

    ObjectCodec(JdbcCodecs codecs) {
        this.codecs = codecs;
    }

    @Override
    public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        bindAs(SqlTypes.find(value.getClass()), statement, index, value);
    }

    @SuppressWarnings("unchecked") // the type was found by the value's class
    private <T> void bindAs(@Nullable SqlType<T> type, PreparedStatement statement, int index, Object value)
            throws SQLException {
        if (type == null) {
            statement.setObject(index, value);
        } else {
            codecs.codec(type).bind(statement, index, (T) value);
        }
    }

    @Override
    public int jdbcType() {
        return Types.NULL;
    }

    @Override
    public @Nullable Object read(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column);
    }
}
