package io.athanor.sql.tree;

import org.jspecify.annotations.Nullable;

/**
 * A column of something in FROM. May be assigned to, and names itself where no name is given. Implemented by
 * {@code schema.Column}, by columns of derived tables and by the ORM's attributes.
 *
 * @param <T> the Java type of its values
 * @since 0.1.0
 */
public interface NamedColumn<T> extends Expression<T> {
    /**
     * Return the column's name.
     *
     * @return the name as declared, not quoted
     */
    String name();

    /**
     * Return what the column is known by in Java; values compared with it are named by it.
     *
     * @return the key, which is the name unless another was given
     */
    default String key() {
        return name();
    }

    /**
     * Return whether the name is written in quotes even if it needs none.
     *
     * @return whether it is
     */
    default boolean isQuoted() {
        return false;
    }

    /**
     * Return what the column belongs to.
     *
     * @return an element of FROM, never {@code null}
     */
    FromClause table();

    /**
     * Return what supplies a value when an INSERT sets none.
     *
     * @return the client-side default, or {@code null} if there is none
     */
    default @Nullable DefaultValue<? extends T> insertDefault() {
        return null;
    }

    /**
     * Return what supplies a value when an UPDATE sets none.
     *
     * @return the client-side default, or {@code null} if there is none
     */
    default @Nullable DefaultValue<? extends T> updateDefault() {
        return null;
    }

    /**
     * Return the SQL that supplies a value when an INSERT sets none.
     *
     * @return the client-side default, or {@code null} if there is none
     */
    default @Nullable Expression<? extends T> insertExpression() {
        return null;
    }

    /**
     * Return the SQL that supplies a value when an UPDATE sets none.
     *
     * @return the client-side default, or {@code null} if there is none
     */
    default @Nullable Expression<? extends T> updateExpression() {
        return null;
    }

    @Override
    default void accept(SqlVisitor visitor) {
        visitor.visitColumn(this);
    }

    @Override
    default Object shape() {
        return this;
    }
}
