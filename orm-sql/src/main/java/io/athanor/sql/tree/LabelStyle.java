package io.athanor.sql.tree;

/**
 * How a SELECT names its columns; SQLAlchemy's {@code set_label_style}.
 *
 * @since 0.1.0
 */
public enum LabelStyle {
    /** By the column's own name, with a number behind it where two are equal: {@code id, id AS id_1}. */
    DISAMBIGUATE,
    /** By table and column: {@code users.id AS users_id}. */
    TABLE_COLUMN,
    /** As {@link #TABLE_COLUMN}, but a column selected twice appears once; what {@code session.query} uses. */
    TABLE_COLUMN_ONCE,
    /** By nothing: equal names stay equal, and only an expression without a name gets one. */
    NONE;

    /**
     * Return whether labels are made of table and column.
     *
     * @return whether they are
     */
    public boolean isQualified() {
        return this == TABLE_COLUMN || this == TABLE_COLUMN_ONCE;
    }
}
