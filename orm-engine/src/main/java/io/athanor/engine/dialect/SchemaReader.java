package io.athanor.engine.dialect;

import org.jspecify.annotations.Nullable;

/**
 * Asks a database what it holds. Stateless and thread-safe.
 *
 * @since 0.1.0
 */
public interface SchemaReader {
    /**
     * Return whether there is a table or view.
     *
     * @param runner carries out the query
     * @param schema the schema's name, or {@code null} for the connection's own
     * @param table the name as declared, not quoted
     * @return whether it exists
     */
    boolean hasTable(QueryRunner runner, @Nullable String schema, String table);
}
