package io.athanor.engine;

import io.athanor.engine.dialect.JdbcCodec;
import io.athanor.engine.dialect.JdbcCodecs;
import io.athanor.sql.compile.BoundStatement;
import io.athanor.sql.compile.CompiledStatement;
import io.athanor.sql.compile.ResultColumn;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.type.SqlType;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The codecs of a compiled statement, chosen once. Immutable. */
final class StatementPlan {
    private final JdbcCodecs codecs;
    private final List<SqlType<?>> types;
    private final JdbcCodec<?>[] parameters;
    private final JdbcCodec<?>[] columns;
    private final List<String> names;
    private final StatementKind kind;

    StatementPlan(CompiledStatement compiled, JdbcCodecs codecs) {
        this.codecs = codecs;
        this.types = compiled.parameterTypes();
        this.parameters = codecsOf(types, codecs);
        this.columns = codecsOf(
                compiled.columns().stream().<SqlType<?>>map(ResultColumn::type).toList(), codecs);
        this.names = compiled.columns().stream().map(ResultColumn::name).toList();
        this.kind = StatementKind.of(compiled.sql());
    }

    StatementKind kind() {
        return kind;
    }

    private static JdbcCodec<?>[] codecsOf(List<? extends SqlType<?>> types, JdbcCodecs codecs) {
        return types.stream().map(codecs::codec).toArray(JdbcCodec<?>[]::new);
    }

    /** The codecs of the result; none if its columns are known only once it is there. */
    JdbcCodec<?>[] columns() {
        return columns;
    }

    List<String> names() {
        return names;
    }

    void bind(PreparedStatement statement, BoundStatement bound) throws SQLException {
        @Nullable Object[] values = bound.values();
        // An expanded list has types of its own; all else has those of the compiled statement.
        boolean isPlanned = bound.types() == types;
        for (int i = 0; i < values.length; i++) {
            SqlType<?> type = bound.types().get(i);
            JdbcCodec<?> codec = isPlanned ? parameters[i] : codecs.codec(type);
            bind(statement, i + 1, codec, type, values[i]);
        }
    }

    /** Bind the values of one row of several, and return the place behind them. */
    int bind(PreparedStatement statement, int place, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            bind(statement, place + i, parameters[i], types.get(i), values[i]);
        }
        return place + values.length;
    }

    @SuppressWarnings("unchecked") // the value's class is compared with the type's
    private static <T> void bind(
            PreparedStatement statement, int index, JdbcCodec<T> codec, SqlType<?> type, @Nullable Object value)
            throws SQLException {
        Object fitting = value == null || type.javaType().isInstance(value) ? value : widened(value, type, index);
        codec.bindNullable(statement, index, (T) fitting);
    }

    /** A value given by name has no type that javac could check; a number without loss is as good. */
    private static Object widened(Object value, SqlType<?> type, int index) {
        Class<?> wanted = type.javaType();
        boolean isWhole =
                value instanceof Byte || value instanceof Short || value instanceof Integer || value instanceof Long;
        if (isWhole) {
            long number = ((Number) value).longValue();
            if (wanted == Long.class) {
                return number;
            }
            if (wanted == BigDecimal.class) {
                return BigDecimal.valueOf(number);
            }
            if (wanted == Integer.class && number == (int) number) {
                return (int) number;
            }
            if (wanted == Short.class && number == (short) number) {
                return (short) number;
            }
        }
        throw new ArgumentException("Parameter [%d] is a [%s], but its type [%s] holds [%s]; convert it"
                .formatted(index, value.getClass().getName(), type, wanted.getName()));
    }
}
