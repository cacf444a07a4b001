package io.athanor.engine.dialect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a dialect's own queries on a connection, logged and translated like any other. Used by one thread at a time.
 *
 * @since 0.1.0
 */
public interface QueryRunner {
    /**
     * Carry out a query.
     *
     * @param sql the SQL, with {@code ?} for each parameter
     * @param parameters texts, numbers or nulls
     * @param reader makes something of the rows; called once, before the first row
     * @param <T> what it makes
     * @return what the reader returned
     */
    <T extends @Nullable Object> T query(String sql, List<? extends @Nullable Object> parameters, RowsReader<T> reader);

    /**
     * Carry out a query and make something of each row.
     *
     * @param sql the SQL, with {@code ?} for each parameter
     * @param parameters texts, numbers or nulls
     * @param reader makes something of the row that the rows stand on
     * @param <T> what it makes
     * @return what the reader returned for each row, in order
     */
    default <T> List<T> list(String sql, List<? extends @Nullable Object> parameters, RowsReader<T> reader) {
        return query(sql, parameters, rows -> {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        });
    }

    /**
     * Makes something of rows.
     *
     * @param <T> what it makes
     */
    @FunctionalInterface
    interface RowsReader<T extends @Nullable Object> {
        /**
         * Read the rows.
         *
         * @param rows the rows, before the first one; closed by the caller
         * @return anything
         * @throws SQLException what the driver throws
         */
        T read(ResultSet rows) throws SQLException;
    }
}
