package io.athanor.engine.dialect;

import io.athanor.sql.type.ArrayType;
import io.athanor.sql.type.ConvertedType;
import io.athanor.sql.type.DomainType;
import io.athanor.sql.type.EnumType;
import io.athanor.sql.type.Json;
import io.athanor.sql.type.SqlType;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries lists as SQL arrays. Elements are read by the codec of their own type, and may be lists themselves. */
final class ArrayCodec<E> implements JdbcCodec<List<E>> {
    /** In the result set of an array the first column is the position. */
    private static final int ELEMENT = 2;

    private final SqlType<E> type;
    private final JdbcCodec<E> element;
    private final String elementName;

    ArrayCodec(ArrayType<E> type, JdbcCodec<E> element, String elementName) {
        this.type = type.element();
        this.element = element;
        this.elementName = elementName;
    }

    @Override
    public void bind(PreparedStatement statement, int index, List<E> value) throws SQLException {
        Array array = statement.getConnection().createArrayOf(elementName, elements(type, value));
        statement.setArray(index, array);
    }

    private static @Nullable Object[] elements(SqlType<?> type, List<?> list) {
        @Nullable Object[] elements = new Object[list.size()];
        for (int i = 0; i < elements.length; i++) {
            Object each = list.get(i);
            elements[i] = each == null ? null : driverValue(type, each);
        }
        return elements;
    }

    /** What a driver takes as an element of an array. */
    private static @Nullable Object driverValue(SqlType<?> type, Object value) {
        if (type instanceof ConvertedType<?, ?> converted) {
            return converted(converted, value);
        } else if (type instanceof DomainType<?> domain) {
            return driverValue(domain.base(), value);
        } else if (type instanceof EnumType<?> names) {
            return named(names, value);
        } else if (type instanceof ArrayType<?> array) {
            return elements(array.element(), (List<?>) value);
        } else if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        } else if (value instanceof Duration duration) {
            return duration.toNanos();
        } else if (value instanceof Json json) {
            return json.text();
        }
        return value instanceof String text ? Texts.whole(text) : value;
    }

    private static <T, S> @Nullable Object converted(ConvertedType<T, S> type, Object value) {
        S stored = type.store(type.javaType().cast(value));
        return stored == null ? null : driverValue(type.stored(), stored);
    }

    private static <N> String named(EnumType<N> type, Object value) {
        return type.nameOf(type.javaType().cast(value));
    }

    @Override
    public int jdbcType() {
        return Types.ARRAY;
    }

    @Override
    public @Nullable List<E> read(ResultSet rows, int column) throws SQLException {
        Array array = rows.getArray(column);
        if (array == null) {
            return null;
        }
        List<@Nullable E> values = new ArrayList<>();
        try (ResultSet elements = array.getResultSet()) {
            while (elements.next()) {
                values.add(element.read(elements, ELEMENT));
            }
        }
        array.free();
        return Collections.unmodifiableList(values);
    }
}
