package io.athanor.engine.dialect;

import io.athanor.sql.compile.BoundStatement;
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
    InsertManyStrategy ROW_BY_ROW = (runner, rows) -> {
        List<@Nullable Object[]> all = new ArrayList<>(rows.size());
        for (BoundStatement row : rows) {
            all.addAll(runner.insert(List.of(row)));
        }
        return all;
    };

    /** One JDBC batch for all rows. For drivers that tell the keys of a whole batch. */
    InsertManyStrategy BATCHED = InsertRunner::insert;

    /**
     * Insert many rows by one statement, {@code INSERT … VALUES (…), (…) RETURNING}, as many times as are needed: as many rows
     * at once as the database takes and as are quick, then the rest by halves, so that few statements are ever prepared.
     *
     * @param others inserts those rows that are too few, or too long, or whose keys would not tell which row they belong to
     * @return the strategy
     */
    static InsertManyStrategy together(InsertManyStrategy others) {
        return new TogetherStrategy(others);
    }

    /**
     * Insert rows.
     *
     * @param runner carries out the statements
     * @param rows at least one, each the same INSERT with values of its own
     * @return for each row, in order, the values of the key columns
     */
    List<@Nullable Object[]> insert(InsertRunner runner, List<BoundStatement> rows);

    /** Carries out the INSERT statements of a strategy, logged and translated like any other. */
    interface InsertRunner {
        /**
         * Insert rows by one call to the driver: a single execution, or a batch where there are several.
         *
         * @param rows at least one
         * @return for each row, in order, the values of the key columns
         */
        List<@Nullable Object[]> insert(List<BoundStatement> rows);

        /**
         * Return how many rows {@link #insertTogether} takes at most.
         *
         * @return a power of two; 1 if rows cannot be inserted together
         */
        int mostTogether();

        /**
         * Return whether the driver tells the keys by itself. Some know only the numbers of columns that count by themselves,
         * so keys of a sequence, or of a default, have to be yielded by the INSERT.
         *
         * @return whether {@link #insert} can tell the keys
         */
        boolean isTold();

        /**
         * Insert rows by one statement.
         *
         * @param rows a power of two of them, not more than {@link #mostTogether}
         * @return for each row, in order, the values of the key columns
         */
        List<@Nullable Object[]> insertTogether(List<BoundStatement> rows);
    }
}
