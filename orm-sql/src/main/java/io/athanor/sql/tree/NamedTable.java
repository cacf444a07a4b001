package io.athanor.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table with a name, as the compiler needs to know it; implemented by {@code schema.Table}.
 *
 * @since 0.1.0
 */
public interface NamedTable extends FromClause {
    /**
     * Return the table's name.
     *
     * @return the name as declared, not quoted
     */
    String name();

    /**
     * Return the schema that the table lies in.
     *
     * @return the schema's name, not quoted, or {@code null} for the connection's own
     */
    default @Nullable String schema() {
        return null;
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
     * Return the columns in the order of their declaration.
     *
     * @return an unmodifiable list
     */
    List<? extends NamedColumn<?>> columns();

    /**
     * Return the condition under which rows of this table and of another belong together, by the foreign keys between them.
     *
     * @param other the other table
     * @return one comparison per column pair and foreign key; empty if there is no foreign key
     */
    List<ForeignKeyPair> foreignKeysTo(NamedTable other);

    /**
     * Return the table that this one is another name of.
     *
     * @return the table, or {@code null} if this is no alias; the name of an alias may be {@code ""}, to be generated
     */
    default @Nullable NamedTable aliased() {
        return null;
    }

    @Override
    default void accept(SqlVisitor visitor) {
        visitor.visitTable(this);
    }

    @Override
    default Object shape() {
        return this;
    }
}
