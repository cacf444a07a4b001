package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A node that states a type of its own, so that a layer above can put the type of a column in place of one that only it
 * knows.
 *
 * @since 0.1.0
 */
public interface StatesType extends SqlNode {
    /**
     * Return the stated type.
     *
     * @return the type, or {@code null} if it follows from the nodes below
     */
    @Nullable SqlType<?> statedType();

    /**
     * Return this node with another type.
     *
     * @param type the type, of the same Java class
     * @return a new node, for the same place in the statement
     */
    SqlNode withStatedType(SqlType<?> type);
}
