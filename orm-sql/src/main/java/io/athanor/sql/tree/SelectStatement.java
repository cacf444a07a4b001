package io.athanor.sql.tree;

import java.util.List;
import java.util.function.Function;

/**
 * A statement that selects, and can be a part of another one.
 *
 * @param <T> what each row yields
 * @since 0.1.0
 */
public interface SelectStatement<T> extends RowStatement<T>, SelectSource<T> {
    /**
     * Return what is selected.
     *
     * @return the select list
     */
    List<? extends Selectable<?>> selected();

    /**
     * Put this into FROM under a generated name.
     *
     * @return the subquery
     */
    default DerivedTable subquery() {
        return new Alias(this, null);
    }

    /**
     * Put this into FROM under a name.
     *
     * @param name the name
     * @return the subquery
     */
    default DerivedTable subquery(String name) {
        return new Alias(this, name);
    }

    /**
     * Use this as a value. FROM elements of the enclosing SELECT are correlated.
     *
     * @return the value of its only column
     */
    default Expression<T> scalarSubquery() {
        return new ScalarSubquery<>(this);
    }

    /**
     * Ask whether this has a row. FROM elements of the enclosing SELECT are correlated.
     *
     * @return the condition
     */
    default Condition exists() {
        return new Exists(this, false);
    }

    /**
     * Make something of each row.
     *
     * @param function applied to what each row yields
     * @param <U> what it makes of it
     * @return the same statement with other results
     */
    default <U> RowStatement<U> map(Function<? super T, ? extends U> function) {
        return new MappedStatement<>(this, shapeOfRows().map(function));
    }

    @Override
    default SelectStatement<T> toSelect() {
        return this;
    }
}
