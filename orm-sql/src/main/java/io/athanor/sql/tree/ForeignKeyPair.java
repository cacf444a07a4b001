package io.athanor.sql.tree;

import java.util.List;

/**
 * One foreign key between two tables: which columns refer to which.
 *
 * @param referring the columns that hold the reference
 * @param referred the columns that they refer to, in the same order
 * @since 0.1.0
 */
public record ForeignKeyPair(List<? extends NamedColumn<?>> referring, List<? extends NamedColumn<?>> referred) {}
