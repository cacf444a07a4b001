package io.athanor.sql.schema;

import io.athanor.sql.tree.Expression;
import io.athanor.sql.type.SqlType;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * States the columns and constraints of a table. Alive only inside the function that it is handed to.
 *
 * @since 0.1.0
 */
public interface TableSpec {
    /**
     * Add a column.
     *
     * @param name its name
     * @param type its type
     * @param <T> the Java type of its values
     * @return this
     */
    <T> TableSpec column(String name, SqlType<T> type);

    /**
     * Add a column.
     *
     * @param name its name
     * @param type its type
     * @param spec states its properties
     * @param <T> the Java type of its values
     * @return this
     */
    <T> TableSpec column(String name, SqlType<T> type, Consumer<ColumnSpec<T>> spec);

    /**
     * State the primary key.
     *
     * @param columns the columns' names
     * @return this
     */
    TableSpec primaryKey(String... columns);

    /**
     * Refuse rows that are equal in some columns.
     *
     * @param columns the columns' names
     * @return this
     */
    TableSpec unique(String... columns);

    /**
     * Refer to the columns of another table, which may be defined later.
     *
     * @param columns the columns' names
     * @param referenced as many {@code table.column}
     * @return this
     */
    TableSpec foreignKey(String[] columns, String... referenced);

    /**
     * State the primary key.
     *
     * @param columns the columns' names
     * @param spec states the properties of the constraint
     * @return this
     */
    TableSpec primaryKey(List<String> columns, Consumer<ConstraintSpec> spec);

    /**
     * Refuse rows that are equal in some columns.
     *
     * @param columns the columns' names
     * @param spec states the properties of the constraint
     * @return this
     */
    TableSpec unique(List<String> columns, Consumer<ConstraintSpec> spec);

    /**
     * Refer to the columns of another table, which may be defined later.
     *
     * @param columns the columns' names
     * @param referenced as many {@code table.column}
     * @param spec states the properties of the foreign key
     * @return this
     */
    TableSpec foreignKey(List<String> columns, List<String> referenced, Consumer<ForeignKeySpec> spec);

    /**
     * Refer to the columns of another table, which may be defined later, by names that may hold any character.
     *
     * @param columns the columns' keys
     * @param target what they refer to
     * @param spec states the properties of the foreign key
     * @return this
     */
    TableSpec foreignKey(List<String> columns, ForeignKey.Target target, Consumer<ForeignKeySpec> spec);

    /**
     * Refuse rows for which a condition is false.
     *
     * @param condition a condition over columns of this table, see {@link #added}; values in it are written as literals
     * @return this
     */
    TableSpec check(Expression<Boolean> condition);

    /**
     * Refuse rows for which a condition is false.
     *
     * @param name the constraint's name
     * @param condition a condition over columns of this table; values in it are written as literals
     * @return this
     */
    TableSpec check(String name, Expression<Boolean> condition);

    /**
     * Refuse a row if comparisons with another one hold.
     *
     * @param spec states the comparisons
     * @return this
     */
    TableSpec exclude(Consumer<ExcludeSpec> spec);

    /**
     * Have an index over columns.
     *
     * @param name the index's name
     * @param columns the columns' names
     * @return this
     */
    TableSpec index(String name, String... columns);

    /**
     * Have an index.
     *
     * @param name the index's name
     * @param spec states what it is over
     * @return this
     */
    TableSpec index(String name, Consumer<IndexSpec> spec);

    /**
     * Have an index that is named by the naming convention of the metadata.
     *
     * @param spec states what it is over
     * @return this
     */
    TableSpec index(Consumer<IndexSpec> spec);

    /**
     * Return a column that was added before, for checks, indexes and computed columns.
     *
     * @param column its name
     * @param type a type of the same Java class
     * @param <T> the Java type of its values
     * @return the column
     * @throws io.athanor.sql.error.ArgumentException if there is none, or its values are of another class
     */
    <T> Column<T> added(String column, SqlType<T> type);

    /**
     * Return the key of a column that was added before.
     *
     * @param column the column's name in the database
     * @return its key, or {@code null} if there is no such column
     */
    @Nullable String keyOf(String column);

    /**
     * Put the table into a schema of the database. To be stated before columns that refer to this same table.
     *
     * @param name the schema's name
     * @return this
     */
    TableSpec schema(String name);

    /**
     * Write the table's name in quotes, even if it needs none.
     *
     * @return this
     */
    TableSpec quoted();

    /**
     * State what the table is for.
     *
     * @param text the comment
     * @return this
     */
    TableSpec comment(String text);

    /**
     * Create the table for the time of the connection only.
     *
     * @return this
     */
    TableSpec temporary();

    /**
     * State what one dialect alone understands.
     *
     * @param dialect the dialect's name
     * @param option the option's name
     * @param value text, a number, a boolean or a list of texts
     * @return this
     */
    TableSpec option(String dialect, String option, Object value);
}
