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
     * Put this into FROM so that it sees the elements before it, {@code LATERAL}.
     *
     * @param name the name
     * @return the subquery
     */
    default DerivedTable lateral(String name) {
        return Alias.lateral(this, name);
    }

    /**
     * Put this into WITH under a generated name.
     *
     * @return the common table expression
     */
    default Cte cte() {
        return Cte.of(this, null);
    }

    /**
     * Put this into WITH under a name.
     *
     * @param name the name
     * @return the common table expression
     */
    default Cte cte(String name) {
        return Cte.of(this, name);
    }

    /**
     * Put this into WITH together with rows made of the rows so far, by {@code UNION ALL}, until there are no further ones.
     *
     * @param name the name
     * @param step makes the statement that yields further rows; it is given the rows so far
     * @return the common table expression
     */
    default Cte recursiveCte(String name, Function<DerivedTable, SelectSource<? extends T>> step) {
        return Cte.recursive(this, name, SetOperator.UNION_ALL, step);
    }

    /**
     * As {@link #recursiveCte}, but by {@code UNION}: a row that is there already is not followed again.
     *
     * @param name the name
     * @param step makes the statement that yields further rows; it is given the rows so far
     * @return the common table expression
     */
    default Cte recursiveDistinctCte(String name, Function<DerivedTable, SelectSource<? extends T>> step) {
        return Cte.recursive(this, name, SetOperator.UNION, step);
    }

    /**
     * {@code UNION}: the rows of both, each once.
     *
     * @param other the other statement
     * @return the combination
     * @throws io.athanor.sql.error.ArgumentException if it selects another number of columns
     */
    default SetOperation<T> union(SelectSource<? extends T> other) {
        return SetOperation.of(SetOperator.UNION, this, other);
    }

    /**
     * {@code UNION ALL}: the rows of both.
     *
     * @param other the other statement
     * @return the combination
     * @throws io.athanor.sql.error.ArgumentException if it selects another number of columns
     */
    default SetOperation<T> unionAll(SelectSource<? extends T> other) {
        return SetOperation.of(SetOperator.UNION_ALL, this, other);
    }

    /**
     * {@code INTERSECT}: the rows that both have, each once.
     *
     * @param other the other statement
     * @return the combination
     * @throws io.athanor.sql.error.ArgumentException if it selects another number of columns
     */
    default SetOperation<T> intersect(SelectSource<? extends T> other) {
        return SetOperation.of(SetOperator.INTERSECT, this, other);
    }

    /**
     * {@code INTERSECT ALL}: the rows that both have.
     *
     * @param other the other statement
     * @return the combination
     * @throws io.athanor.sql.error.ArgumentException if it selects another number of columns
     */
    default SetOperation<T> intersectAll(SelectSource<? extends T> other) {
        return SetOperation.of(SetOperator.INTERSECT_ALL, this, other);
    }

    /**
     * {@code EXCEPT}: the rows that the other has not, each once.
     *
     * @param other the other statement
     * @return the combination
     * @throws io.athanor.sql.error.ArgumentException if it selects another number of columns
     */
    default SetOperation<T> except(SelectSource<? extends T> other) {
        return SetOperation.of(SetOperator.EXCEPT, this, other);
    }

    /**
     * {@code EXCEPT ALL}: the rows, less those of the other.
     *
     * @param other the other statement
     * @return the combination
     * @throws io.athanor.sql.error.ArgumentException if it selects another number of columns
     */
    default SetOperation<T> exceptAll(SelectSource<? extends T> other) {
        return SetOperation.of(SetOperator.EXCEPT_ALL, this, other);
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
     * Make a record of each row. Components are matched by name if each has the name of something that is selected, else by
     * position.
     *
     * @param record a public record of an exported package, with a component for each thing that is selected
     * @param <R> the record
     * @return the same statement with other results
     * @throws io.athanor.sql.error.ArgumentException if the components do not fit what is selected
     */
    default <R extends Record> RowStatement<R> into(Class<R> record) {
        List<? extends Selectable<?>> selected = shapeOfRows().selected();
        return new MappedStatement<>(
                this, new RowShape<>(selected, RowShape.Kind.MAPPED, RecordReader.of(record, selected)));
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
