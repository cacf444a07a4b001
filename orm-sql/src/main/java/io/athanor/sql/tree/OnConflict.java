package io.athanor.sql.tree;

import java.util.function.Consumer;

/**
 * What an INSERT does about a row that has the same key already: the portable upsert. Rendered as {@code ON CONFLICT},
 * {@code ON DUPLICATE KEY UPDATE} or {@code MERGE}, as the database has it. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public interface OnConflict {
    /**
     * State the condition of the partial unique index that is meant. Its values become literals, since a database finds an
     * index by the text.
     *
     * @param indexPredicate the condition that the index was created with
     * @return the same conflict, of this index only
     */
    OnConflict where(Expression<Boolean> indexPredicate);

    /**
     * Leave the row that is there as it is.
     *
     * @return the insert
     */
    Insert doNothing();

    /**
     * Give columns of the row that is there the proposed values.
     *
     * @param takeExcluded the columns, at least one
     * @return the insert
     */
    Insert doUpdate(NamedColumn<?>... takeExcluded);

    /**
     * Change the row that is there.
     *
     * @param set sets its columns, to values, expressions, or proposed values ({@link Assignments#excluded})
     * @return the insert
     */
    Insert doUpdate(Consumer<Assignments> set);

    /**
     * Change the row that is there, if a condition holds for it.
     *
     * @param set sets its columns, to values, expressions, or proposed values ({@link Assignments#excluded})
     * @param where the condition
     * @return the insert
     */
    Insert doUpdate(Consumer<Assignments> set, Expression<Boolean> where);
}
