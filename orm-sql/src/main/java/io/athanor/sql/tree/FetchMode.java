package io.athanor.sql.tree;

/**
 * What {@code FETCH FIRST} counts.
 *
 * @since 0.1.0
 */
public enum FetchMode {
    /** Rows. */
    ROWS("", "ONLY"),
    /** Rows, and those that sort alike with the last one. */
    ROWS_WITH_TIES("", "WITH TIES"),
    /** Hundredths of all rows. */
    PERCENT(" PERCENT", "ONLY"),
    /** Hundredths of all rows, and the rows that sort alike with the last one. */
    PERCENT_WITH_TIES(" PERCENT", "WITH TIES");

    private final String unit;
    private final String end;

    FetchMode(String unit, String end) {
        this.unit = unit;
        this.end = end;
    }

    /**
     * Return what stands behind the number.
     *
     * @return nothing, or {@code PERCENT}
     */
    public String unit() {
        return unit;
    }

    /**
     * Return what stands at the end.
     *
     * @return {@code ONLY} or {@code WITH TIES}
     */
    public String end() {
        return end;
    }
}
