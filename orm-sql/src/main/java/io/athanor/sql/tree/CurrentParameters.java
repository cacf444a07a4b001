package io.athanor.sql.tree;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a row while the defaults of its other columns are made; SQLAlchemy's {@code get_current_parameters}. Alive
 * only inside the function that it is handed to.
 *
 * @since 0.1.0
 */
public interface CurrentParameters {
    /** A row of which nothing is known. */
    CurrentParameters NONE = new CurrentParameters() {
        @Override
        public <T> @Nullable T get(NamedColumn<T> column) {
            return null;
        }

        @Override
        public <T> @Nullable T get(String column, Class<T> type) {
            return null;
        }

        @Override
        public boolean isSet(NamedColumn<?> column) {
            return false;
        }
    };

    /**
     * Return the value of another column: the one that is set, or the one that the column's own default makes.
     *
     * @param column a column of the same table
     * @param <T> its Java type
     * @return the value; {@code null} for NULL, or if nothing is set and there is no default on the client
     * @throws io.athanor.sql.error.ArgumentException if the column is set by SQL, whose value only the database will know, or if
     *     its default needs the one that is being made
     */
    <T> @Nullable T get(NamedColumn<T> column);

    /**
     * Return the value of another column, for tables whose columns have no names in Java.
     *
     * @param column the key of a column of the same table
     * @param type the class of its values
     * @param <T> that class
     * @return as {@link #get(NamedColumn)}
     * @throws io.athanor.sql.error.ArgumentException as {@link #get(NamedColumn)}, or if the value is of another class
     */
    <T> @Nullable T get(String column, Class<T> type);

    /**
     * Return whether a column is set, be it to NULL, or has a default on the client.
     *
     * @param column a column of the same table
     * @return whether it is in the statement
     */
    boolean isSet(NamedColumn<?> column);
}
