package io.athanor.sql.schema;

import org.jspecify.annotations.Nullable;

/**
 * Handed to the constructor of a {@link TypedTable}: where the table is defined, under which name. Made by
 * {@link Table#typed}.
 *
 * @since 0.1.0
 */
public final class TableSource {
    final MetaData metadata;
    final String name;
    final @Nullable Table original;

    TableSource(MetaData metadata, String name, @Nullable Table original) {
        this.metadata = metadata;
        this.name = name;
        this.original = original;
    }
}
