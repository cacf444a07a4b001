package io.athanor.engine.dialect;

import io.athanor.sql.compile.BoundStatement;
import io.athanor.sql.tree.NamedColumn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many rows are inserted and their generated keys come back in order, since no one call of JDBC does it everywhere.
 * Stateless and thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface InsertManyStrategy {
    /** One INSERT per row. For drivers that tell only the last key. */
    InsertManyStrategy ROW_BY_ROW = (runner, rows, keys) -> {
        List<@Nullable Object[]> all = new ArrayList<>(rows.size());
        for (BoundStatement row : rows) {
            all.addAll(runner.insert(List.of(row), keys));
        }
        return all;
    };

    /** One JDBC batch for consecutive rows of the same statement. For drivers that tell the keys of a whole batch. */
    InsertManyStrategy BATCHED = (runner, rows, keys) -> {
        List<@Nullable Object[]> all = new ArrayList<>(rows.size());
        int start = 0;
        for (int end = 1; end <= rows.size(); end++) {
            if (end == rows.size()
                    || !rows.get(end).sql().equals(rows.get(start).sql())) {
                all.addAll(runner.insert(rows.subList(start, end), keys));
                start = end;
            }
        }
        return all;
    };

    /**
     * Insert rows.
     *
     * @param runner carries out the statements
     * @param rows at least one, each a bound INSERT
     * @param keys the columns whose generated values are wanted, at least one
     * @return for each row, in order, the values of the key columns
     */
    List<@Nullable Object[]> insert(
            InsertRunner runner, List<BoundStatement> rows, List<? extends NamedColumn<?>> keys);

    /** Carries out the INSERT statements of a strategy, logged and translated like any other. */
    interface InsertRunner {
        /**
         * Insert rows by one call to the driver: a single execution, or a batch where there are several.
         *
         * @param rows at least one, all of the same SQL
         * @param keys the columns whose generated values are wanted
         * @return for each row, in order, the values of the key columns
         */
        List<@Nullable Object[]> insert(List<BoundStatement> rows, List<? extends NamedColumn<?>> keys);
    }
}
