package io.athanor.engine.migrate;

/**
 * What a change may lose, or fail at.
 *
 * @param kind what it is
 * @param subject the table, {@code table.column} or name that it is about
 * @param message fact, values and remedy
 * @since 0.1.0
 */
public record ChangeWarning(Kind kind, String subject, String message) {
    /**
     * What a change may lose, or fail at.
     */
    public enum Kind {
        /** A table goes with its rows. */
        DROPS_TABLE,
        /** A column goes with its values. */
        DROPS_COLUMN,
        /** Values may not fit into the new type. */
        NARROWS_TYPE,
        /** Rows that are there have no value for a column that needs one. */
        NOT_NULL_WITHOUT_DEFAULT,
        /** Rows that are there may break a new constraint. */
        ADDS_CONSTRAINT,
        /** A sequence or identity begins anew, perhaps with numbers that are in use. */
        RESTARTS_NUMBERING,
        /** A table is made anew and its rows are copied. */
        REBUILDS_TABLE
    }

    @Override
    public String toString() {
        return kind + ": " + message;
    }
}
