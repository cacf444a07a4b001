package io.athanor.sql.ddl;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.ForeignKey;
import io.athanor.sql.schema.Index;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.SchemaTarget;
import io.athanor.sql.schema.Sequence;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Orderable;
import io.athanor.sql.tree.SelectStatement;
import io.athanor.sql.type.EnumType;
import io.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes the statements that create, change and drop schema elements, laid out as SQLAlchemy lays them out. A dialect
 * overrides what differs. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public class DdlCompiler extends AlterDdl {
    /**
     * Create a compiler.
     *
     * @param settings what it knows of its dialect
     * @param expressions makes compilers for the expressions in DDL, such as defaults
     */
    public DdlCompiler(CompilerSettings settings, Supplier<? extends SqlCompiler> expressions) {
        super(settings, expressions);
    }

    /**
     * Write what creates tables and all that belongs to them: sequences and enum types before, indexes and foreign keys of
     * circles after.
     *
     * @param metadata what the tables belong to
     * @param tables the tables to create, in any order; others of the metadata are taken to exist
     * @return the statements in their order
     * @throws CompileException if the database cannot have such a table
     */
    public final List<String> createAll(MetaData metadata, Collection<Table> tables) {
        List<String> statements = new ArrayList<>();
        new SchemaPlan(this, metadata, tables, statements::add, null).creation();
        return statements;
    }

    /**
     * Create tables with all that belongs to them, and tell the listeners of {@link io.athanor.sql.schema.SchemaEvents}.
     *
     * @param metadata where the tables belong
     * @param tables the tables that are missing
     * @param runner runs one statement after the other
     * @param target where they run, for listeners
     */
    public final void createAll(
            MetaData metadata, Collection<Table> tables, Consumer<String> runner, SchemaTarget target) {
        new SchemaPlan(this, metadata, tables, runner, target).creation();
    }

    /**
     * Write what drops tables and all that belongs to them.
     *
     * @param metadata what the tables belong to
     * @param tables the tables to drop, in any order
     * @return the statements in their order
     * @throws CompileException if tables refer to each other in a circle by foreign keys that have no name
     */
    public final List<String> dropAll(MetaData metadata, Collection<Table> tables) {
        List<String> statements = new ArrayList<>();
        new SchemaPlan(this, metadata, tables, statements::add, null).removal();
        return statements;
    }

    /**
     * Drop tables with all that belongs to them, and tell the listeners of {@link io.athanor.sql.schema.SchemaEvents}.
     *
     * @param metadata where the tables belong
     * @param tables the tables that are there
     * @param runner runs one statement after the other
     * @param target where they run, for listeners
     */
    public final void dropAll(
            MetaData metadata, Collection<Table> tables, Consumer<String> runner, SchemaTarget target) {
        new SchemaPlan(this, metadata, tables, runner, target).removal();
    }

    /**
     * Return what the database holds of what was declared.
     *
     * @return a view of this compiler
     */
    public final StoredForm stored() {
        return new StoredForm(this);
    }

    /**
     * Write CREATE TABLE with the table's indexes and comments.
     *
     * @param table the table
     * @param isLeftOut which foreign keys are left out, to be added later
     * @return the statements in their order
     */
    public final List<String> createTableWithParts(Table table, Predicate<ForeignKey> isLeftOut) {
        List<String> statements = new ArrayList<>();
        statements.add(createTable(table, isLeftOut));
        table.indexes().forEach(index -> statements.add(createIndex(index)));
        if (hasComments() && table.comment() != null) {
            statements.add(setComment(table));
        }
        for (Column<?> column : table.columns()) {
            if (hasComments() && column.comment() != null && !column.isSystem()) {
                statements.add(setComment(column));
            }
        }
        return statements;
    }

    /**
     * Write a type as a column of it has it.
     *
     * @param type the type
     * @return its SQL
     * @throws CompileException if the database has no such type
     */
    public final String type(SqlType<?> type) {
        return settings.types().render(type.forDialect(settings.dialect()));
    }

    /**
     * Write DROP TABLE.
     *
     * @param table the table
     * @param options whether it must exist, and what becomes of what depends on it
     * @return the statement
     */
    public String dropTable(Table table, DdlOption... options) {
        return "\nDROP TABLE " + dropped(tableName(table), options);
    }

    /** A name between what DROP says before and behind it. */
    private static String dropped(String name, DdlOption... options) {
        Set<DdlOption> chosen = Set.of(options);
        return (chosen.contains(DdlOption.IF_EXISTS) ? "IF EXISTS " : "")
                + name
                + (chosen.contains(DdlOption.CASCADE) ? " CASCADE" : "");
    }

    /**
     * Return whether a word was chosen, for dialects.
     *
     * @param options what was chosen
     * @param option the option
     * @param sql the words that it stands for
     * @return the words, or nothing
     */
    protected static String when(DdlOption[] options, DdlOption option, String sql) {
        return List.of(options).contains(option) ? sql : "";
    }

    /**
     * Write CREATE INDEX.
     *
     * @param index the index
     * @param options what to do where it exists
     * @return the statement
     * @throws CompileException if the index is unique over a part of the rows, and the database has no such indexes
     */
    public String createIndex(Index index, DdlOption... options) {
        refusePartialUnique(index);
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX "
                + when(options, DdlOption.IF_NOT_EXISTS, "IF NOT EXISTS ")
                + indexName(index) + " ON " + tableName(index.table()) + " (" + elements(index) + ")";
    }

    /**
     * Refuse a unique index over a part of the rows: over all of them it would refuse too much.
     *
     * @param index the index
     */
    protected final void refusePartialUnique(Index index) {
        if (index.unique() && index.condition() != null) {
            throw new CompileException(
                    "%s is unique where a condition holds, and dialect [%s] has no index over a part of the rows; drop the condition or unique()"
                            .formatted(index, dialect()));
        }
    }

    /**
     * Write the name of an index.
     *
     * @param index the index
     * @return its SQL
     */
    protected final String indexName(Index index) {
        return identifier(index.isNameMade() ? shortened(index.name()) : index.name());
    }

    /**
     * Write what an index is over.
     *
     * @param index the index
     * @return its elements with commas between
     */
    protected final String elements(Index index) {
        return String.join(
                ", ",
                index.elements().stream().map(each -> element(index, each)).toList());
    }

    /**
     * Write one thing that an index is over.
     *
     * @param index the index
     * @param element a column, an expression, or either with a direction
     * @return its SQL
     */
    protected String element(Index index, Orderable element) {
        return element instanceof NamedColumn<?> column ? columnName(column) : definition(element);
    }

    /**
     * Return the schema that something is of, by the rules of the engine.
     *
     * @param stated the schema as metadata states it, or {@code null} for none
     * @return the schema as the database has it, or {@code null} for none
     */
    public final @Nullable String schema(@Nullable String stated) {
        return settings.rules().schema(stated);
    }

    /**
     * Write DROP INDEX.
     *
     * @param index the index
     * @param options whether it must exist
     * @return the statement
     */
    public String dropIndex(Index index, DdlOption... options) {
        String name = schemaOf(index.table().schema()) + indexName(index);
        return "\nDROP INDEX " + dropped(name, options);
    }

    /**
     * Write DROP SEQUENCE.
     *
     * @param sequence the sequence
     * @param options whether it must exist
     * @return the statement
     */
    public String dropSequence(Sequence sequence, DdlOption... options) {
        return "DROP SEQUENCE " + dropped(sequenceName(sequence), options);
    }

    /**
     * Write CREATE SCHEMA.
     *
     * @param name the schema's name
     * @param options what to do where it exists
     * @return the statement
     */
    public String createSchema(String name, DdlOption... options) {
        return "CREATE SCHEMA " + when(options, DdlOption.IF_NOT_EXISTS, "IF NOT EXISTS ") + identifier(name);
    }

    /**
     * Write DROP SCHEMA.
     *
     * @param name the schema's name
     * @param options whether it must exist, and what becomes of what is in it
     * @return the statement
     */
    public String dropSchema(String name, DdlOption... options) {
        return "DROP SCHEMA " + dropped(identifier(name), options);
    }

    /**
     * Write CREATE VIEW.
     *
     * @param name the view's name
     * @param select what it shows; values in it are written as literals
     * @param options whether it is temporary, and what to do where it exists
     * @return the statement
     */
    public String createView(String name, SelectStatement<?> select, DdlOption... options) {
        return "CREATE " + when(options, DdlOption.OR_REPLACE, "OR REPLACE ")
                + when(options, DdlOption.TEMPORARY, "TEMPORARY ")
                + when(options, DdlOption.MATERIALIZED, "MATERIALIZED ") + "VIEW "
                + when(options, DdlOption.IF_NOT_EXISTS, "IF NOT EXISTS ")
                + identifier(name) + " AS " + literal(select);
    }

    /**
     * Write DROP VIEW.
     *
     * @param name the view's name
     * @param options whether it must exist, and what becomes of what depends on it
     * @return the statement
     */
    public String dropView(String name, DdlOption... options) {
        return "\nDROP " + when(options, DdlOption.MATERIALIZED, "MATERIALIZED ") + "VIEW "
                + dropped(identifier(name), options);
    }

    /**
     * Write CREATE TABLE … AS, which fills the new table.
     *
     * @param name the table's name
     * @param select what to fill it with; values in it are written as literals
     * @param options whether it is temporary, and what to do where it exists
     * @return the statement
     */
    public String createTableAs(String name, SelectStatement<?> select, DdlOption... options) {
        return "CREATE " + when(options, DdlOption.TEMPORARY, temporary()) + "TABLE "
                + when(options, DdlOption.IF_NOT_EXISTS, "IF NOT EXISTS ")
                + identifier(name) + " AS " + literal(select);
    }

    /**
     * Write what makes an enum type.
     *
     * @param type the type
     * @return the statement
     * @throws CompileException if the database has no enum types that are made
     */
    public String createEnum(EnumType<?> type) {
        throw noEnums(type);
    }

    /**
     * Write what drops an enum type.
     *
     * @param type the type
     * @param options whether it must exist
     * @return the statement
     * @throws CompileException if the database has no enum types that are made
     */
    public String dropEnum(EnumType<?> type, DdlOption... options) {
        throw noEnums(type);
    }

    private CompileException noEnums(EnumType<?> type) {
        return new CompileException(
                "Dialect [%s] makes no enum types, so [%s] is neither created nor dropped; it is written where a column uses it"
                        .formatted(dialect(), type));
    }

    /**
     * Return whether enum types are made before the tables that use them.
     *
     * @return whether they are
     */
    protected boolean makesEnums() {
        return false;
    }

    /**
     * Return whether comments are set by statements of their own after CREATE TABLE.
     *
     * @return whether they are
     */
    protected boolean hasComments() {
        return false;
    }

    /**
     * Return whether the database keeps comments, however they are set.
     *
     * @return whether it does
     */
    protected boolean keepsComments() {
        return hasComments();
    }

    /**
     * Write what sets the comment of a table.
     *
     * @param table the table; without a comment, that of the database is removed
     * @return the statement
     */
    public String setComment(Table table) {
        return "COMMENT ON TABLE " + tableName(table) + " IS " + comment(table.comment());
    }

    /**
     * Write what sets the comment of a column.
     *
     * @param column the column; without a comment, that of the database is removed
     * @return the statement
     */
    public String setComment(Column<?> column) {
        return "COMMENT ON COLUMN " + tableName((Table) column.table()) + "." + columnName(column) + " IS "
                + comment(column.comment());
    }

    private String comment(@Nullable String text) {
        return text == null ? "NULL" : stringLiteral(text);
    }
}
