package io.athanor.sql.tree;

/**
 * Which rows are taken out of a window's frame again.
 *
 * @since 0.1.0
 */
public enum FrameExclusion {
    /** The row that is computed. */
    CURRENT_ROW("CURRENT ROW"),
    /** The row that is computed and its peers. */
    GROUP("GROUP"),
    /** The peers of the row that is computed, not the row itself. */
    TIES("TIES"),
    /** None. */
    NO_OTHERS("NO OTHERS");

    private final String keyword;

    FrameExclusion(String keyword) {
        this.keyword = keyword;
    }

    /**
     * Return the words.
     *
     * @return what is written behind EXCLUDE
     */
    public String keyword() {
        return keyword;
    }
}
