package io.athanor.sql.tree;

/**
 * The kinds of join.
 *
 * @since 0.1.0
 */
public enum JoinKind {
    /** Rows that match on both sides. */
    INNER("JOIN"),
    /** All rows of the left side. */
    LEFT("LEFT OUTER JOIN"),
    /** All rows of both sides. */
    FULL("FULL OUTER JOIN");

    private final String keyword;

    JoinKind(String keyword) {
        this.keyword = keyword;
    }

    /**
     * Return the SQL keyword.
     *
     * @return the keyword as standard SQL has it
     */
    public String keyword() {
        return keyword;
    }
}
