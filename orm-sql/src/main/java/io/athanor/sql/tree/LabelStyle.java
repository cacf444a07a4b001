package io.athanor.sql.tree;

/**
 * How a SELECT names its columns; SQLAlchemy's {@code set_label_style}.
 *
 * @since 0.1.0
 */
public enum LabelStyle {
    /** By the column's own name, with a number behind it where two are equal: {@code id, id AS id_1}. */
    DISAMBIGUATE,
    /** By table and column: {@code users.id AS users_id}. A column selected twice appears once. */
    TABLE_COLUMN
}
