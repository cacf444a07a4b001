package io.athanor.orm.mapping;

import io.athanor.sql.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * What is declared of the column of an attribute; the registry makes the column when it builds the table. Immutable.
 *
 * @param name its name, or {@code null} to name it by the registry's convention
 * @param type its type
 * @param constraints what it is besides
 * @param references {@code table.column} that it refers to, or {@code null}
 * @param <T> the Java type of its values
 * @since 0.1.0
 */
public record DeclaredColumn<T>(
        @Nullable String name,
        SqlType<T> type,
        Constraints constraints,
        @Nullable String references) {
    /**
     * The properties of a column that are there or not.
     *
     * @param isId whether it is part of the primary key
     * @param isNotNull whether NULL is refused
     * @param isUnique whether equal values are refused
     * @since 0.1.0
     */
    public record Constraints(boolean isId, boolean isNotNull, boolean isUnique) {}
}
