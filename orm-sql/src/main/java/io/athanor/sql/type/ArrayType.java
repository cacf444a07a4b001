package io.athanor.sql.type;

import java.util.List;
import java.util.Objects;

/**
 * An array of values of one type. Immutable, equal by its element. Obtained from {@link SqlTypes#arrayOf}; an array of arrays
 * has several dimensions.
 *
 * @param <E> the Java type of the elements
 * @since 0.1.0
 */
public final class ArrayType<E> implements SqlType<List<E>> {
    private final SqlType<E> element;

    ArrayType(SqlType<E> element) {
        this.element = element;
    }

    /**
     * Return the type of the elements.
     *
     * @return the type, never {@code null}
     */
    public SqlType<E> element() {
        return element;
    }

    @Override
    @SuppressWarnings("unchecked") // a class has no type parameters
    public Class<List<E>> javaType() {
        return (Class<List<E>>) (Class<?>) List.class;
    }

    @Override
    public StorageKind kind() {
        return StorageKind.ARRAY;
    }

    @Override
    public SqlType<List<E>> forDialect(String dialect) {
        SqlType<E> own = element.forDialect(dialect);
        return own == element ? this : new ArrayType<>(own);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ArrayType<?> type && type.element.equals(element);
    }

    @Override
    public int hashCode() {
        return Objects.hash(ArrayType.class, element);
    }

    @Override
    public String toString() {
        return element + "[]";
    }
}
