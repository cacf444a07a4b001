package io.athanor.sql.schema;

import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.NamedColumn;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table. Equal only to itself. Immutable and thread-safe.
 *
 * @param <T> the Java type of its values
 * @since 0.1.0
 */
public interface Column<T> extends NamedColumn<T> {
    /**
     * Return whether the column is part of the primary key.
     *
     * @return whether it is
     */
    boolean primaryKey();

    /**
     * Return whether the column may hold NULL.
     *
     * @return whether it may; never for a primary key
     */
    boolean nullable();

    /**
     * Return whether values of the column must differ.
     *
     * @return whether it has a unique constraint of its own
     */
    boolean unique();

    /**
     * Return what the database puts where an INSERT sets nothing.
     *
     * @return the default, or {@code null} if there is none
     */
    @Nullable Expression<T> serverDefault();

    /**
     * Return whether the database makes the values: the only integer column of a primary key, with no foreign key and no
     * default; SQLAlchemy's {@code autoincrement="auto"}.
     *
     * @return whether it does
     */
    boolean autoincrement();
}
