package io.athanor.engine.dialect;

import io.athanor.sql.type.ConvertedType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Carries a user's type as the one that it is stored as. */
final class ConvertedCodec<T, S> implements JdbcCodec<T> {
    private final ConvertedType<T, S> type;
    private final JdbcCodec<S> stored;

    ConvertedCodec(ConvertedType<T, S> type, JdbcCodec<S> stored) {
        this.type = type;
        this.stored = stored;
    }

    @Override
    public void bind(PreparedStatement statement, int index, T value) throws SQLException {
        stored.bindNullable(statement, index, type.store(value));
    }

    @Override
    public int jdbcType() {
        return stored.jdbcType();
    }

    @Override
    public @Nullable T read(ResultSet rows, int column) throws SQLException {
        return type.load(stored.read(rows, column));
    }
}
