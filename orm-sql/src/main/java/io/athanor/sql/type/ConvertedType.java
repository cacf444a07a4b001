package io.athanor.sql.type;

import org.jspecify.annotations.Nullable;

/**
 * A type of the user's own: values of {@code T}, stored as {@code S}; SQLAlchemy's {@code TypeDecorator}. A subclass must
 * be stateless or immutable. {@code null} is stored as NULL and never reaches the conversions. Two instances of one
 * subclass count as the same type when {@link #equals} says so; without it, statements that use different instances are
 * compiled separately.
 *
 * @param <T> the user's class
 * @param <S> what is stored
 * @since 0.1.0
 */
public abstract class ConvertedType<T, S> implements SqlType<T> {
    private final Class<T> javaType;
    private final SqlType<S> stored;

    /**
     * Create a type.
     *
     * @param javaType the class of the values
     * @param stored the type they are stored as
     */
    protected ConvertedType(Class<T> javaType, SqlType<S> stored) {
        this.javaType = javaType;
        this.stored = stored;
    }

    /**
     * Convert a value to what is stored.
     *
     * @param value never {@code null}
     * @return the stored form
     */
    protected abstract S toStored(T value);

    /**
     * Convert a stored value.
     *
     * @param stored never {@code null}
     * @return the user's value
     */
    protected abstract T fromStored(S stored);

    /**
     * Convert a value or null to what is stored.
     *
     * @param value the value, or {@code null}
     * @return the stored form, {@code null} for {@code null}
     */
    public final @Nullable S store(@Nullable T value) {
        return value == null ? null : toStored(value);
    }

    /**
     * Convert a stored value or null.
     *
     * @param value the stored form, or {@code null}
     * @return the user's value, {@code null} for {@code null}
     */
    public final @Nullable T load(@Nullable S value) {
        return value == null ? null : fromStored(value);
    }

    /**
     * Return the type of what is stored.
     *
     * @return never {@code null}
     */
    public final SqlType<S> stored() {
        return stored;
    }

    @Override
    public final Class<T> javaType() {
        return javaType;
    }

    @Override
    public final StorageKind kind() {
        return StorageKind.CONVERTED;
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "(" + stored + ")";
    }
}
