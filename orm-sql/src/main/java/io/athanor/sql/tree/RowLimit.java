package io.athanor.sql.tree;

import org.jspecify.annotations.Nullable;

/**
 * Which of its rows a SELECT or set operation returns.
 *
 * @param limit how many rows at most, or {@code null}
 * @param offset how many rows are left out first, or {@code null}
 * @param fetch how many rows at most, said by {@code FETCH FIRST}, or {@code null}; then there is no limit
 * @param mode what {@code FETCH FIRST} counts
 * @since 0.1.0
 */
public record RowLimit(
        @Nullable Expression<?> limit,
        @Nullable Expression<?> offset,
        @Nullable Expression<?> fetch,
        FetchMode mode) {
    /**
     * Return whether all rows are returned.
     *
     * @return whether nothing limits them
     */
    public boolean isEmpty() {
        return limit == null && offset == null && fetch == null;
    }
}
