package io.athanor.sql.tree;

/**
 * How the rows of statements are combined.
 *
 * @since 0.1.0
 */
public enum SetOperator {
    /** Rows of any, each once. */
    UNION("UNION"),
    /** Rows of all. */
    UNION_ALL("UNION ALL"),
    /** Rows that all have, each once. */
    INTERSECT("INTERSECT"),
    /** Rows that all have. */
    INTERSECT_ALL("INTERSECT ALL"),
    /** Rows of the first that no other has, each once. */
    EXCEPT("EXCEPT"),
    /** Rows of the first, less those of the others. */
    EXCEPT_ALL("EXCEPT ALL");

    private final String keyword;

    SetOperator(String keyword) {
        this.keyword = keyword;
    }

    /**
     * Return the SQL keyword.
     *
     * @return the keyword
     */
    public String keyword() {
        return keyword;
    }
}
