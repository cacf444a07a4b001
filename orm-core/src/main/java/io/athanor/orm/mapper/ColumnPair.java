package io.athanor.orm.mapper;

import io.athanor.sql.schema.Column;

/**
 * A column of a key and one that refers to it.
 *
 * @param source holds the key
 * @param destination gets its value
 * @since 0.1.0
 */
public record ColumnPair(Column<?> source, Column<?> destination) {}
