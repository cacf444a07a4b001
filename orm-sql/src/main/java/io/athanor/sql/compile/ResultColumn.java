package io.athanor.sql.compile;

import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.type.SqlType;

/**
 * A column of a statement's result.
 *
 * @param name the name that a row knows it by
 * @param type the type that it is read as
 * @param source what was selected
 * @since 0.1.0
 */
public record ResultColumn(String name, SqlType<?> type, SqlNode source) {}
