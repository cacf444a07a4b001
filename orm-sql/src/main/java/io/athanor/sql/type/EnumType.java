package io.athanor.sql.type;

import io.athanor.sql.error.ArgumentException;
import java.util.List;

/**
 * An enum, stored by the names of its constants. Immutable, equal by its class.
 *
 * @param <E> the enum
 * @since 0.1.0
 */
public final class EnumType<E extends Enum<E>> implements SqlType<E> {
    private final Class<E> javaType;

    EnumType(Class<E> javaType) {
        this.javaType = javaType;
    }

    @Override
    public Class<E> javaType() {
        return javaType;
    }

    @Override
    public StorageKind kind() {
        return StorageKind.ENUM;
    }

    /**
     * Return the names that may be stored.
     *
     * @return the constants' names in their order, never {@code null}
     */
    public List<String> names() {
        return List.of(javaType.getEnumConstants()).stream().map(Enum::name).toList();
    }

    /**
     * Return the constant of a stored name.
     *
     * @param name what the database holds
     * @return the constant, never {@code null}
     * @throws ArgumentException if there is none of this name
     */
    public E constant(String name) {
        try {
            return Enum.valueOf(javaType, name);
        } catch (IllegalArgumentException unknown) {
            throw new ArgumentException(
                    "Enum [%s] has no constant [%s]; it has %s".formatted(javaType.getName(), name, names()));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EnumType<?> type && type.javaType == javaType;
    }

    @Override
    public int hashCode() {
        return javaType.hashCode();
    }

    @Override
    public String toString() {
        return "ENUM(" + javaType.getSimpleName() + ")";
    }
}
