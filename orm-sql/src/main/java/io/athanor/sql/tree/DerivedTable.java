package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import java.util.List;

/**
 * A FROM element whose columns are asked for by what was selected: a subquery, a common table expression, a table under an
 * alias, a list of rows, a function.
 *
 * @since 0.1.0
 */
public interface DerivedTable extends FromClause {
    /**
     * Return the name.
     *
     * @return the name, or {@code ""} if it is generated when a statement is compiled
     */
    String name();

    /**
     * Return whether the name is generated when a statement is compiled.
     *
     * @return whether it is
     */
    default boolean isAnonymous() {
        return name().isEmpty();
    }

    /**
     * Return all columns.
     *
     * @return the columns in order
     * @throws io.athanor.sql.error.ArgumentException if it selects an entity, whose columns only a registry knows
     */
    List<NamedColumn<?>> allColumns();

    /**
     * Return the column that stands for what was selected.
     *
     * @param selected an expression of the subquery's select list, or a column of the table
     * @param <T> its Java type
     * @return the column
     * @throws io.athanor.sql.error.ArgumentException if it is not selected
     */
    <T> NamedColumn<T> column(Expression<T> selected);

    /**
     * Return a column by its name.
     *
     * @param name the name
     * @param type the type to read it as
     * @param <T> its Java type
     * @return the column
     * @throws io.athanor.sql.error.ArgumentException if there is no column of this name
     */
    <T> NamedColumn<T> column(String name, SqlType<T> type);

    /**
     * Return the same under another name.
     *
     * @param alias the name
     * @return a FROM element of its own
     */
    DerivedTable as(String alias);
}
