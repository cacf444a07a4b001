package io.athanor.processor.model;

import java.util.List;

/**
 * What {@code @Association} says: a table of foreign keys.
 *
 * @param table the table's name
 * @param columns the names of its columns
 * @param references what each column refers to, as {@code table.column}
 * @since 0.1.0
 */
public record AssociationModel(String table, List<String> columns, List<String> references) {}
