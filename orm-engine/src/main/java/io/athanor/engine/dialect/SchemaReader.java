package io.athanor.engine.dialect;

import io.athanor.sql.type.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks a database what it holds. Stateless and thread-safe.
 *
 * <p>Names go in and come out as they are declared; a dialect whose database folds names without quotes folds them here. A
 * schema that is {@code null} is the connection's own, with the temporary tables of the session. The methods that return a
 * map by the table's name read every table of the {@link Scope} in one statement or a few; a table that has nothing of the
 * kind, or does not exist, need not be in the map. What a dialect does not override is refused.
 *
 * @since 0.1.0
 */
public interface SchemaReader {
    /**
     * Which tables and views to read.
     *
     * @param schema the schema's name, or {@code null} for the connection's own
     * @param names the names of tables and views, or {@code null} for all
     */
    record Scope(@Nullable String schema, @Nullable Set<String> names) {
        /** Create a scope as a copy. */
        public Scope {
            names = names == null ? null : Set.copyOf(names);
        }

        /**
         * Return the scope of one table or view.
         *
         * @param schema the schema's name, or {@code null} for the connection's own
         * @param table the name
         * @return the scope
         */
        public static Scope of(@Nullable String schema, String table) {
            return new Scope(schema, Set.of(table));
        }

        /**
         * Return whether a table or view is in the scope.
         *
         * @param table its name
         * @return whether it is
         */
        public boolean includes(String table) {
            return names == null || names.contains(table);
        }
    }

    /**
     * Return whether there is a table or view.
     *
     * @param runner carries out the query
     * @param schema the schema's name, or {@code null} for the connection's own
     * @param table the name as declared, not quoted
     * @return whether it exists
     */
    boolean hasTable(QueryRunner runner, @Nullable String schema, String table);

    /**
     * Return the type that a column of a type written in SQL has. Two types are the same to the database if this method
     * returns the same for what the dialect writes for them.
     *
     * @param sql the type as the catalogue or a CREATE TABLE has it
     * @return the type, never {@code null}; one of kind {@code OTHER} that keeps the name if it is not known
     */
    default SqlType<?> type(String sql) {
        throw unread("types");
    }

    /**
     * Return the schemas.
     *
     * @param runner carries out the query
     * @return their names, sorted; without those that the database keeps for itself
     */
    default List<String> schemas(QueryRunner runner) {
        throw unread("schemas");
    }

    /**
     * Return the schema of the connection.
     *
     * @param runner carries out the query
     * @return its name
     */
    default String defaultSchema(QueryRunner runner) {
        throw unread("the default schema");
    }

    /**
     * Return the tables and views of a schema.
     *
     * @param runner carries out the query
     * @param schema the schema's name, or {@code null} for the connection's own
     * @return them, sorted by name
     */
    default List<Reflected.Relation> relations(QueryRunner runner, @Nullable String schema) {
        throw unread("tables");
    }

    /**
     * Return the sequences of a schema, without those that number identity columns.
     *
     * @param runner carries out the query
     * @param schema the schema's name, or {@code null} for the connection's own
     * @return them, sorted by name; none where there are no sequences
     */
    default List<Reflected.Sequence> sequences(QueryRunner runner, @Nullable String schema) {
        return List.of();
    }

    /**
     * Return the columns of tables and views.
     *
     * @param runner carries out the query
     * @param scope which
     * @return the columns in their order
     */
    default Map<String, List<Reflected.Column>> columns(QueryRunner runner, Scope scope) {
        throw unread("columns");
    }

    /**
     * Return the primary keys of tables.
     *
     * @param runner carries out the query
     * @param scope which
     * @return the keys
     */
    default Map<String, Reflected.PrimaryKey> primaryKeys(QueryRunner runner, Scope scope) {
        throw unread("primary keys");
    }

    /**
     * Return the foreign keys of tables.
     *
     * @param runner carries out the query
     * @param scope which
     * @return the keys, sorted by name
     */
    default Map<String, List<Reflected.ForeignKey>> foreignKeys(QueryRunner runner, Scope scope) {
        throw unread("foreign keys");
    }

    /**
     * Return the unique constraints of tables.
     *
     * @param runner carries out the query
     * @param scope which
     * @return the constraints, sorted by name
     */
    default Map<String, List<Reflected.Unique>> uniques(QueryRunner runner, Scope scope) {
        throw unread("unique constraints");
    }

    /**
     * Return the checks of tables.
     *
     * @param runner carries out the query
     * @param scope which
     * @return the checks, sorted by name
     */
    default Map<String, List<Reflected.Check>> checks(QueryRunner runner, Scope scope) {
        throw unread("checks");
    }

    /**
     * Return the indexes of tables, those that are kept for unique constraints included where the database shows them.
     *
     * @param runner carries out the query
     * @param scope which
     * @return the indexes, sorted by name
     */
    default Map<String, List<Reflected.Index>> indexes(QueryRunner runner, Scope scope) {
        throw unread("indexes");
    }

    /**
     * Return the comments of tables and views.
     *
     * @param runner carries out the query
     * @param scope which
     * @return the comments of those that have one; none where there are no comments
     */
    default Map<String, String> comments(QueryRunner runner, Scope scope) {
        return Map.of();
    }

    /**
     * Return what one dialect alone understands of tables.
     *
     * @param runner carries out the query
     * @param scope which
     * @return the options, by table and by the name that a table of this dialect states them by
     */
    default Map<String, Map<String, Object>> options(QueryRunner runner, Scope scope) {
        return Map.of();
    }

    /**
     * Return what views show.
     *
     * @param runner carries out the query
     * @param scope which
     * @return the SELECT or CREATE VIEW of each view, as the database hands it out
     */
    default Map<String, String> viewDefinitions(QueryRunner runner, Scope scope) {
        throw unread("views");
    }

    /**
     * Return the statements that make the triggers of a table, for databases that lose them when a table is made anew.
     *
     * @param runner carries out the query
     * @param schema the schema's name, or {@code null} for the connection's own
     * @param table the table's name
     * @return the statements; none where nothing is lost
     */
    default List<String> triggers(QueryRunner runner, @Nullable String schema, String table) {
        return List.of();
    }

    /**
     * Return the tables whose foreign keys refer to rows that do not exist, for databases that may have them off for a while.
     *
     * @param runner carries out the query
     * @return the tables' names; none where foreign keys are always held
     */
    default List<String> brokenForeignKeys(QueryRunner runner) {
        return List.of();
    }

    /**
     * Return whether a name that is declared in upper case comes back in lower case, since the database takes both for the
     * same.
     *
     * @return whether it does
     */
    default boolean foldsUpperCase() {
        return false;
    }

    private static DialectException unread(String what) {
        return new DialectException(
                "This dialect does not read %s from the catalogue; let its SchemaReader override the method"
                        .formatted(what));
    }
}
