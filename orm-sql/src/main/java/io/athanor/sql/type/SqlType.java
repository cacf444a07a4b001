package io.athanor.sql.type;

/**
 * A SQL type: which Java values it holds and how they are stored. Immutable and thread-safe. The types that a user needs
 * are constants and methods of {@link SqlTypes}; a type of one's own extends {@link ConvertedType}.
 *
 * @param <T> the Java type of its values
 * @since 0.1.0
 */
public interface SqlType<T> {
    /**
     * Return the class of the values.
     *
     * @return the boxed Java class, never {@code null}
     */
    Class<T> javaType();

    /**
     * Return how values are stored.
     *
     * @return the kind, never {@code null}
     */
    StorageKind kind();

    /**
     * Return this type with another one in its place on one dialect; SQLAlchemy's {@code with_variant}.
     *
     * @param dialect the dialect's name, such as {@code "sqlite"}
     * @param other the type to use there
     * @return a new type, never {@code null}
     */
    default SqlType<T> variant(String dialect, SqlType<T> other) {
        return new VariantType<>(this, java.util.Map.of(dialect, other));
    }

    /**
     * Return the type that stands for this one on a dialect.
     *
     * @param dialect the dialect's name
     * @return the variant if there is one, else this type
     */
    default SqlType<T> forDialect(String dialect) {
        return this;
    }
}
