package io.athanor.sql.type;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A type that was made in the database, such as a domain: known by its name, its values travel as those of another type.
 * Immutable, equal by its parts. Obtained from {@link SqlTypes#domain}.
 *
 * @param <T> the Java type of its values
 * @since 0.1.0
 */
public final class DomainType<T> implements SqlType<T> {
    private final @Nullable String schema;
    private final String name;
    private final SqlType<T> base;

    DomainType(@Nullable String schema, String name, SqlType<T> base) {
        this.schema = schema;
        this.name = name;
        this.base = base;
    }

    /**
     * Return the schema that the type lies in.
     *
     * @return the schema's name, or {@code null} for the connection's own
     */
    public @Nullable String schema() {
        return schema;
    }

    /**
     * Return the type's name.
     *
     * @return the name, not quoted
     */
    public String name() {
        return name;
    }

    /**
     * Return the type that values travel as.
     *
     * @return the type, never {@code null}
     */
    public SqlType<T> base() {
        return base;
    }

    @Override
    public Class<T> javaType() {
        return base.javaType();
    }

    @Override
    public StorageKind kind() {
        return base.kind();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DomainType<?> type
                && type.name.equals(name)
                && Objects.equals(type.schema, schema)
                && type.base.equals(base);
    }

    @Override
    public int hashCode() {
        return Objects.hash(schema, name, base);
    }

    @Override
    public String toString() {
        return "DOMAIN(" + name + ")";
    }
}
