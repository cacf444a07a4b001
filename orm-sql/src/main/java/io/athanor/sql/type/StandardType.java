package io.athanor.sql.type;

/**
 * A type of the SQL standard. Obtained from {@link SqlTypes}; immutable, equal by its parts.
 *
 * @param <T> the Java type of its values
 * @since 0.1.0
 */
public final class StandardType<T> implements SqlType<T> {
    /** Stands for a length, precision or scale that was not given. */
    public static final int UNSPECIFIED = -1;

    private final Class<T> javaType;
    private final StorageKind kind;
    private final int size;
    private final int scale;

    StandardType(Class<T> javaType, StorageKind kind, int size, int scale) {
        this.javaType = javaType;
        this.kind = kind;
        this.size = size;
        this.scale = scale;
    }

    StandardType(Class<T> javaType, StorageKind kind) {
        this(javaType, kind, UNSPECIFIED, UNSPECIFIED);
    }

    @Override
    public Class<T> javaType() {
        return javaType;
    }

    @Override
    public StorageKind kind() {
        return kind;
    }

    /**
     * Return the length of a string type.
     *
     * @return characters, or {@link #UNSPECIFIED}
     */
    public int length() {
        return size;
    }

    /**
     * Return the precision of a numeric type.
     *
     * @return decimal digits, or {@link #UNSPECIFIED}
     */
    public int precision() {
        return size;
    }

    /**
     * Return the scale of a numeric type.
     *
     * @return digits after the point, or {@link #UNSPECIFIED}
     */
    public int scale() {
        return scale;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StandardType<?> type
                && type.kind == kind
                && type.javaType == javaType
                && type.size == size
                && type.scale == scale;
    }

    @Override
    public int hashCode() {
        return (kind.hashCode() * 31 + size) * 31 + scale;
    }

    @Override
    public String toString() {
        if (size == UNSPECIFIED) {
            return kind.name();
        }
        return scale == UNSPECIFIED ? kind + "(" + size + ")" : kind + "(" + size + ", " + scale + ")";
    }
}
