package io.athanor.sql.tree;

/**
 * Anything that stands for a SELECT: the statement itself, or the ORM's query.
 *
 * @param <T> what each row yields
 * @since 0.1.0
 */
public interface SelectSource<T> {
    /**
     * Return the statement.
     *
     * @return the statement, without having run it
     */
    SelectStatement<T> toSelect();
}
