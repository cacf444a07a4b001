package io.athanor.sql.schema;

import org.jspecify.annotations.Nullable;

/** What is stated of a table besides its columns and constraints. */
final class TableProperties {
    final DialectOptions options = new DialectOptions();
    final SchemaEvents events = new SchemaEvents();
    boolean isQuoted;
    boolean isTemporary;

    @Nullable String schema;

    @Nullable String comment;
}
