package io.athanor.engine.inspect;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.NoSuchTableException;
import io.athanor.engine.dialect.Reflected;
import io.athanor.engine.dialect.Reflected.Kind;
import io.athanor.engine.dialect.Reflected.Relation;
import io.athanor.engine.dialect.SchemaReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a database holds, as SQLAlchemy's {@code Inspector} does: tables, views, columns, keys, constraints, indexes,
 * sequences, comments, schemas. What was read is kept, so that a question asked again costs no statement and gets the same
 * answer until {@link #clearCache}. Names are matched exactly, as they are declared; they may hold any character.
 *
 * <p>A {@code schema} that is {@code null}, or not given, is the connection's own, with the temporary tables of the session.
 * Questions about a table or view that does not exist throw {@link NoSuchTableException}. The methods that take a
 * {@link TableSelection} read all of it in few statements and leave out what does not exist.
 *
 * <p>Every method that talks to the database may throw a {@link io.athanor.engine.error.DatabaseException}, and a
 * {@link io.athanor.engine.dialect.DialectException} where the dialect cannot read what is asked for. Thread-safe if it was
 * made of an engine; one of a connection belongs to the connection's thread.
 *
 * @since 0.1.0
 */
public final class Inspector {
    private static final Reflected.PrimaryKey NO_KEY = new Reflected.PrimaryKey(null, List.of());

    private final Catalogue catalogue;

    private Inspector(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Return an inspector that borrows a connection for each question.
     *
     * @param engine leads to the database
     * @return the inspector, with an empty cache
     */
    public static Inspector of(Engine engine) {
        return new Inspector(new Catalogue(engine));
    }

    /**
     * Return an inspector that asks on one connection, and so sees its temporary tables and what its transaction has done.
     *
     * @param connection the connection
     * @return the inspector, with an empty cache
     */
    public static Inspector of(Connection connection) {
        return new Inspector(new Catalogue(connection));
    }

    /** Forget what was read. */
    public void clearCache() {
        catalogue.clear();
    }

    /**
     * Return the schemas.
     *
     * @return their names, sorted; without those that the database keeps for itself
     */
    public List<String> schemaNames() {
        return catalogue.get("schemas", "", SchemaReader::schemas);
    }

    /**
     * Return the schema of the connection.
     *
     * @return its name
     */
    public String defaultSchemaName() {
        return catalogue.get("default", "", SchemaReader::defaultSchema);
    }

    /**
     * Return whether there is a schema.
     *
     * @param schema its name
     * @return whether it exists
     */
    public boolean hasSchema(String schema) {
        return schemaNames().contains(schema);
    }

    /**
     * Return the tables of the connection's own schema.
     *
     * @return their names, sorted, without temporary ones
     */
    public List<String> tableNames() {
        return tableNames(null);
    }

    /**
     * Return the tables of a schema.
     *
     * @param schema the schema's name, or {@code null} for the connection's own
     * @return their names, sorted, without temporary ones
     */
    public List<String> tableNames(@Nullable String schema) {
        return names(TableSelection.TABLES.inSchema(schema));
    }

    /**
     * Return the temporary tables of the session.
     *
     * @return their names, sorted
     */
    public List<String> temporaryTableNames() {
        return names(TableSelection.TABLES.temporary());
    }

    /**
     * Return the temporary views of the session.
     *
     * @return their names, sorted
     */
    public List<String> temporaryViewNames() {
        return names(TableSelection.TABLES.kinds(Kind.VIEW).temporary());
    }

    /**
     * Return the views of the connection's own schema, without materialized ones.
     *
     * @return their names, sorted, without temporary ones
     */
    public List<String> viewNames() {
        return viewNames(null);
    }

    /**
     * Return the views of a schema, without materialized ones.
     *
     * @param schema the schema's name, or {@code null} for the connection's own
     * @return their names, sorted, without temporary ones
     */
    public List<String> viewNames(@Nullable String schema) {
        return names(TableSelection.TABLES.kinds(Kind.VIEW).inSchema(schema));
    }

    /**
     * Return the materialized views of a schema.
     *
     * @param schema the schema's name, or {@code null} for the connection's own
     * @return their names, sorted
     */
    public List<String> materializedViewNames(@Nullable String schema) {
        return names(TableSelection.TABLES.kinds(Kind.MATERIALIZED_VIEW).inSchema(schema));
    }

    /**
     * Return the tables and views that are selected.
     *
     * @param selection which
     * @return them, sorted by name
     */
    public List<Relation> relations(TableSelection selection) {
        return catalogue.relations(selection);
    }

    private List<String> names(TableSelection selection) {
        return relations(selection).stream().map(Relation::name).toList();
    }

    /**
     * Return the sequences of a schema.
     *
     * @param schema the schema's name, or {@code null} for the connection's own
     * @return them, sorted by name, without those that number columns by themselves
     */
    public List<Reflected.Sequence> sequences(@Nullable String schema) {
        return catalogue.get("sequences", Catalogue.key(schema), (reader, runner) -> reader.sequences(runner, schema));
    }

    /**
     * Return the sequences of a schema.
     *
     * @param schema the schema's name, or {@code null} for the connection's own
     * @return their names, sorted
     */
    public List<String> sequenceNames(@Nullable String schema) {
        return sequences(schema).stream().map(Reflected.Sequence::name).toList();
    }

    /**
     * Return whether there is a sequence.
     *
     * @param name its name
     * @param schema the schema's name, or {@code null} for the connection's own
     * @return whether it exists
     */
    public boolean hasSequence(String name, @Nullable String schema) {
        return sequenceNames(schema).contains(name);
    }

    /**
     * Return whether there is a table or view in the connection's own schema.
     *
     * @param table its name
     * @return whether it exists
     */
    public boolean hasTable(String table) {
        return hasTable(table, null);
    }

    /**
     * Return whether there is a table or view.
     *
     * @param table its name
     * @param schema the schema's name, or {@code null} for the connection's own
     * @return whether it exists
     */
    public boolean hasTable(String table, @Nullable String schema) {
        return catalogue.get(
                "exists", Catalogue.key(schema, table), (reader, runner) -> reader.hasTable(runner, schema, table));
    }

    /**
     * Return whether a table has an index.
     *
     * @param table the table's name
     * @param index the index's name
     * @param schema the schema's name, or {@code null} for the connection's own
     * @return whether it has; {@code false} if there is no such table
     */
    public boolean hasIndex(String table, String index, @Nullable String schema) {
        return hasTable(table, schema)
                && indexes(table, schema).stream().anyMatch(each -> each.name().equals(index));
    }

    /**
     * Return the columns of a table or view in the connection's own schema.
     *
     * @param table its name
     * @return the columns in their order
     */
    public List<Reflected.Column> columns(String table) {
        return columns(table, null);
    }

    /**
     * Return the columns of a table or view.
     *
     * @param table its name
     * @param schema the schema's name, or {@code null} for the connection's own
     * @return the columns in their order
     */
    public List<Reflected.Column> columns(String table, @Nullable String schema) {
        return catalogue.one("columns", table, schema, SchemaReader::columns, List.of());
    }

    /**
     * Return the columns of many tables and views.
     *
     * @param selection which
     * @return the columns of each in their order, by its name
     */
    public Map<String, List<Reflected.Column>> columns(TableSelection selection) {
        return catalogue.many("columns", selection, SchemaReader::columns, List.of());
    }

    /**
     * Return the primary key of a table in the connection's own schema.
     *
     * @param table the table's name
     * @return the key, if it has one
     */
    public Optional<Reflected.PrimaryKey> primaryKey(String table) {
        return primaryKey(table, null);
    }

    /**
     * Return the primary key of a table.
     *
     * @param table the table's name
     * @param schema the schema's name, or {@code null} for the connection's own
     * @return the key, if it has one
     */
    public Optional<Reflected.PrimaryKey> primaryKey(String table, @Nullable String schema) {
        Reflected.PrimaryKey key = catalogue.one("keys", table, schema, SchemaReader::primaryKeys, NO_KEY);
        return key == NO_KEY ? Optional.empty() : Optional.of(key);
    }

    /**
     * Return the primary keys of many tables.
     *
     * @param selection which
     * @return the key of each table that has one, by the table's name
     */
    public Map<String, Reflected.PrimaryKey> primaryKeys(TableSelection selection) {
        Map<String, Reflected.PrimaryKey> keys = catalogue.many("keys", selection, SchemaReader::primaryKeys, NO_KEY);
        keys.values().removeIf(key -> key == NO_KEY);
        return keys;
    }

    /**
     * Return the foreign keys of a table in the connection's own schema.
     *
     * @param table the table's name
     * @return the keys, sorted by name
     */
    public List<Reflected.ForeignKey> foreignKeys(String table) {
        return foreignKeys(table, null);
    }

    /**
     * Return the foreign keys of a table.
     *
     * @param table the table's name
     * @param schema the schema's name, or {@code null} for the connection's own
     * @return the keys, sorted by name
     */
    public List<Reflected.ForeignKey> foreignKeys(String table, @Nullable String schema) {
        return catalogue.one("references", table, schema, SchemaReader::foreignKeys, List.of());
    }

    /**
     * Return the foreign keys of many tables.
     *
     * @param selection which
     * @return the keys of each table, sorted by name, by the table's name
     */
    public Map<String, List<Reflected.ForeignKey>> foreignKeys(TableSelection selection) {
        return catalogue.many("references", selection, SchemaReader::foreignKeys, List.of());
    }

    /**
     * Return the unique constraints of a table in the connection's own schema.
     *
     * @param table the table's name
     * @return the constraints, sorted by name
     */
    public List<Reflected.Unique> uniqueConstraints(String table) {
        return uniqueConstraints(table, null);
    }

    /**
     * Return the unique constraints of a table.
     *
     * @param table the table's name
     * @param schema the schema's name, or {@code null} for the connection's own
     * @return the constraints, sorted by name
     */
    public List<Reflected.Unique> uniqueConstraints(String table, @Nullable String schema) {
        return catalogue.one("uniques", table, schema, SchemaReader::uniques, List.of());
    }

    /**
     * Return the unique constraints of many tables.
     *
     * @param selection which
     * @return the constraints of each table, sorted by name, by the table's name
     */
    public Map<String, List<Reflected.Unique>> uniqueConstraints(TableSelection selection) {
        return catalogue.many("uniques", selection, SchemaReader::uniques, List.of());
    }

    /**
     * Return the checks of a table in the connection's own schema.
     *
     * @param table the table's name
     * @return the checks, sorted by name
     */
    public List<Reflected.Check> checkConstraints(String table) {
        return checkConstraints(table, null);
    }

    /**
     * Return the checks of a table.
     *
     * @param table the table's name
     * @param schema the schema's name, or {@code null} for the connection's own
     * @return the checks, sorted by name
     */
    public List<Reflected.Check> checkConstraints(String table, @Nullable String schema) {
        return catalogue.one("checks", table, schema, SchemaReader::checks, List.of());
    }

    /**
     * Return the checks of many tables.
     *
     * @param selection which
     * @return the checks of each table, sorted by name, by the table's name
     */
    public Map<String, List<Reflected.Check>> checkConstraints(TableSelection selection) {
        return catalogue.many("checks", selection, SchemaReader::checks, List.of());
    }

    /**
     * Return the indexes of a table in the connection's own schema.
     *
     * @param table the table's name
     * @return the indexes, sorted by name; without that of the primary key
     */
    public List<Reflected.Index> indexes(String table) {
        return indexes(table, null);
    }

    /**
     * Return the indexes of a table.
     *
     * @param table the table's name
     * @param schema the schema's name, or {@code null} for the connection's own
     * @return the indexes, sorted by name; without that of the primary key
     */
    public List<Reflected.Index> indexes(String table, @Nullable String schema) {
        return catalogue.one("indexes", table, schema, SchemaReader::indexes, List.of());
    }

    /**
     * Return the indexes of many tables.
     *
     * @param selection which
     * @return the indexes of each table, sorted by name, by the table's name
     */
    public Map<String, List<Reflected.Index>> indexes(TableSelection selection) {
        return catalogue.many("indexes", selection, SchemaReader::indexes, List.of());
    }

    /**
     * Return what a table is for.
     *
     * @param table the table's name
     * @param schema the schema's name, or {@code null} for the connection's own
     * @return the comment, if it has one
     */
    public Optional<String> tableComment(String table, @Nullable String schema) {
        String comment = catalogue.one("comments", table, schema, SchemaReader::comments, "");
        return comment.isEmpty() ? Optional.empty() : Optional.of(comment);
    }

    /**
     * Return what many tables are for.
     *
     * @param selection which
     * @return the comment of each table that has one, by the table's name
     */
    public Map<String, String> tableComments(TableSelection selection) {
        Map<String, String> comments = catalogue.many("comments", selection, SchemaReader::comments, "");
        comments.values().removeIf(String::isEmpty);
        return comments;
    }

    /**
     * Return what one dialect alone understands of a table.
     *
     * @param table the table's name
     * @param schema the schema's name, or {@code null} for the connection's own
     * @return the options, by the names that a table states them by
     */
    public Map<String, Object> tableOptions(String table, @Nullable String schema) {
        return catalogue.one("options", table, schema, SchemaReader::options, Map.of());
    }

    /**
     * Return what one dialect alone understands of many tables.
     *
     * @param selection which
     * @return the options of each table, by the table's name
     */
    public Map<String, Map<String, Object>> tableOptions(TableSelection selection) {
        return catalogue.many("options", selection, SchemaReader::options, Map.of());
    }

    /**
     * Return what a view shows.
     *
     * @param view the view's name
     * @param schema the schema's name, or {@code null} for the connection's own
     * @return the SELECT or CREATE VIEW, as the database hands it out; empty if it does not, or {@code view} is a table
     */
    public Optional<String> viewDefinition(String view, @Nullable String schema) {
        String sql = catalogue.one("views", view, schema, SchemaReader::viewDefinitions, "");
        return sql.isEmpty() ? Optional.empty() : Optional.of(sql);
    }
}
