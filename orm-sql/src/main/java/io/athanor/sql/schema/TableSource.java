package io.athanor.sql.schema;

/**
 * Handed to the constructor of a {@link TypedTable}: where the table is defined, under which name. Made by
 * {@link Table#typed}.
 *
 * @since 0.1.0
 */
public final class TableSource {
    final MetaData metadata;
    final String name;

    TableSource(MetaData metadata, String name) {
        this.metadata = metadata;
        this.name = name;
    }
}
