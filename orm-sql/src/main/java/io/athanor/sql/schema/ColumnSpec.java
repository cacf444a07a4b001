package io.athanor.sql.schema;

import io.athanor.sql.tree.DefaultValue;
import io.athanor.sql.tree.Expression;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * States the properties of a column. Alive only inside the function that it is handed to.
 *
 * @param <T> the Java type of the column's values
 * @since 0.1.0
 */
public interface ColumnSpec<T> {
    /**
     * Make the column a part of the primary key.
     *
     * @return this
     */
    ColumnSpec<T> primaryKey();

    /**
     * Refuse NULL.
     *
     * @return this
     */
    ColumnSpec<T> notNull();

    /**
     * Refuse equal values.
     *
     * @return this
     */
    ColumnSpec<T> unique();

    /**
     * Have an index over this column alone; a unique one if the column is unique.
     *
     * @return this
     */
    ColumnSpec<T> index();

    /**
     * Know the column by another name than the database does: {@link Table#column} finds it by its key, and values are named
     * by it.
     *
     * @param key the name in Java
     * @return this
     */
    ColumnSpec<T> key(String key);

    /**
     * Write the column's name in quotes, even if it needs none.
     *
     * @return this
     */
    ColumnSpec<T> quoted();

    /**
     * State what the column is for.
     *
     * @param text the comment
     * @return this
     */
    ColumnSpec<T> comment(String text);

    /**
     * State that the database has the column by itself, so that it is never created.
     *
     * @return this
     */
    ColumnSpec<T> system();

    /**
     * Refer to a column, which may be defined later.
     *
     * @param column {@code table.column}, or {@code schema.table.column}
     * @return this
     */
    ColumnSpec<T> references(String column);

    /**
     * Refer to a column, which may be defined later.
     *
     * @param column {@code table.column}, or {@code schema.table.column}
     * @param spec states the properties of the foreign key
     * @return this
     */
    ColumnSpec<T> references(String column, Consumer<ForeignKeySpec> spec);

    /**
     * Refer to a column.
     *
     * @param column the column
     * @return this
     */
    ColumnSpec<T> references(Column<T> column);

    /**
     * Refer to a column.
     *
     * @param column the column
     * @param spec states the properties of the foreign key
     * @return this
     */
    ColumnSpec<T> references(Column<T> column, Consumer<ForeignKeySpec> spec);

    /**
     * State whether the database numbers the rows by this column. Without it, the only integer column of a primary key is
     * numbered if it has no foreign key and no default.
     *
     * @param value whether it does
     * @return this
     */
    ColumnSpec<T> autoincrement(boolean value);

    /**
     * Have the database number the rows by a sequence of the column's own, unless a number is set. Databases that have no
     * such columns number in their own way if the column is the primary key.
     *
     * @return this
     */
    ColumnSpec<T> identity();

    /**
     * Have the database number the rows by a sequence of the column's own, unless a number is set.
     *
     * @param spec states how it counts
     * @return this
     */
    ColumnSpec<T> identity(Consumer<SequenceSpec> spec);

    /**
     * Have the database number the rows by a sequence of the column's own, and refuse a number that is set.
     *
     * @param spec states how it counts
     * @return this
     */
    ColumnSpec<T> identityAlways(Consumer<SequenceSpec> spec);

    /**
     * Take the column's numbers from a sequence, where the database has sequences.
     *
     * @param numbers the sequence
     * @return this
     */
    ColumnSpec<T> sequence(Sequence numbers);

    /**
     * Have the database compute the column.
     *
     * @param expression an expression over columns of the table
     * @return this
     */
    ColumnSpec<T> computed(Expression<T> expression);

    /**
     * Have the database compute the column.
     *
     * @param expression an expression over columns of the table
     * @param isStored whether the value is kept, rather than computed on each reading
     * @return this
     */
    ColumnSpec<T> computed(Expression<T> expression, boolean isStored);

    /**
     * Insert a value where none is set.
     *
     * @param value the value
     * @return this
     */
    ColumnSpec<T> defaultValue(T value);

    /**
     * Insert a made value where none is set.
     *
     * @param value makes the value, once per row
     * @return this
     */
    ColumnSpec<T> defaultSupplier(Supplier<? extends T> value);

    /**
     * Insert a value made of the row's other values where none is set; SQLAlchemy's context-sensitive default.
     *
     * @param value makes the value, once per row
     * @return this
     */
    ColumnSpec<T> defaultFrom(DefaultValue<? extends T> value);

    /**
     * Set a value made of the other values of the statement in every UPDATE that does not set the column.
     *
     * @param value makes the value, once per statement; in a session once per instance
     * @return this
     */
    ColumnSpec<T> onUpdateFrom(DefaultValue<? extends T> value);

    /**
     * Have the database insert a value where none is set, {@code DEFAULT}.
     *
     * @param value an expression without columns; values in it are written as literals
     * @return this
     */
    ColumnSpec<T> serverDefault(Expression<T> value);

    /**
     * Set a made value in every UPDATE that does not set the column.
     *
     * @param value makes the value, once per statement
     * @return this
     */
    ColumnSpec<T> onUpdate(Supplier<? extends T> value);

    /**
     * State that the database puts a value by itself where an INSERT sets none, in a way that is not stated here, such as a
     * trigger; SQLAlchemy's {@code FetchedValue}. A session leaves the column out then, and reads the value back.
     *
     * @return this
     */
    ColumnSpec<T> fetched();

    /**
     * State that the database changes the value by itself in an UPDATE, such as by a trigger; SQLAlchemy's
     * {@code server_onupdate}. A session reads the value back.
     *
     * @return this
     */
    ColumnSpec<T> fetchedOnUpdate();

    /**
     * Refuse values for which a condition is false. The check is written with the column.
     *
     * @param condition makes the condition of the column, perhaps with columns that were added before
     * @return this
     */
    ColumnSpec<T> check(Function<Column<T>, ? extends Expression<Boolean>> condition);

    /**
     * Refuse values for which a condition is false. The check is written with the column.
     *
     * @param name the constraint's name
     * @param condition makes the condition of the column, perhaps with columns that were added before
     * @return this
     */
    ColumnSpec<T> check(String name, Function<Column<T>, ? extends Expression<Boolean>> condition);

    /**
     * State what one dialect alone understands.
     *
     * @param dialect the dialect's name
     * @param option the option's name
     * @param value text, a number, a boolean or a list of texts
     * @return this
     */
    ColumnSpec<T> option(String dialect, String option, Object value);

    /**
     * Give a default in SQL for INSERTs that set no value; unlike {@link #serverDefault} it is a part of each INSERT and may
     * be any expression, such as a subquery.
     *
     * @param value the expression
     * @return this
     */
    ColumnSpec<T> defaultExpression(Expression<? extends T> value);

    /**
     * Give a value in SQL for UPDATEs that set none.
     *
     * @param value the expression
     * @return this
     */
    ColumnSpec<T> onUpdateExpression(Expression<? extends T> value);
}
