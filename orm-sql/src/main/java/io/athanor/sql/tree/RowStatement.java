package io.athanor.sql.tree;

/**
 * A statement that yields rows.
 *
 * @param <T> what each row yields
 * @since 0.1.0
 */
public interface RowStatement<T> extends Statement {
    /**
     * Return what the rows become.
     *
     * @return the shape
     */
    RowShape<T> shapeOfRows();
}
