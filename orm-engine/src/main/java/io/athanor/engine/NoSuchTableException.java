package io.athanor.engine;

import io.athanor.sql.error.OrmException;
import org.jspecify.annotations.Nullable;

/**
 * The database has no table or view of a name; SQLAlchemy's {@code NoSuchTableError}.
 *
 * @since 0.1.0
 */
public final class NoSuchTableException extends OrmException {
    private static final long serialVersionUID = 1L;

    /**
     * Create an exception.
     *
     * @param schema the schema that was asked for, or {@code null} for the connection's own
     * @param table the name that was asked for
     */
    public NoSuchTableException(@Nullable String schema, String table) {
        super(
                "The database has no table or view [%s]%s; ask inspector.tableNames() what there is, and mind that names are matched exactly"
                        .formatted(table, schema == null ? "" : " in schema [%s]".formatted(schema)));
    }
}
