package io.athanor.engine.dialect;

import io.athanor.sql.compile.CompileRules;
import io.athanor.sql.compile.CompiledStatement;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.ddl.DdlCompiler;
import io.athanor.sql.tree.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * A database as the engine sees it: a few collaborators, each of which a dialect replaces where its database differs. A new
 * dialect supplies a {@link DialectProvider}, {@link #capabilities} and only what differs. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public interface Dialect {
    /** What {@link #maxBinds} says unless the dialect knows better: 32,766. */
    int DEFAULT_MAX_BINDS = 32_766;

    /**
     * Return the dialect's name, by which compile rules and variants of types are found.
     *
     * @return the name of its provider
     */
    String name();

    /**
     * Return what the database can do.
     *
     * @return the declared capabilities
     */
    Capabilities capabilities();

    /**
     * Create a compiler for one statement.
     *
     * @param rules the user's own rules
     * @return a new compiler
     */
    SqlCompiler compiler(CompileRules rules);

    /**
     * Return what writes CREATE and DROP.
     *
     * @param rules the user's own rules, for expressions within DDL
     * @return the compiler
     */
    DdlCompiler ddl(CompileRules rules);

    /**
     * Return what tells errors apart.
     *
     * @return the translator
     */
    ErrorTranslator errors();

    /**
     * Return what asks the database for its tables.
     *
     * @return the reader
     */
    SchemaReader schema();

    /**
     * Return what carries values.
     *
     * @return the codecs, always the same
     */
    JdbcCodecs codecs();

    /**
     * Return how transactions are begun and ended.
     *
     * @return the control
     */
    default TransactionControl transactions() {
        return new TransactionControl();
    }

    /**
     * Return how many rows are inserted whose keys the database generates.
     *
     * @return the strategy: several rows by one statement where the database yields their keys, else a batch where the driver
     *     tells its keys, else one row after the other
     */
    default InsertManyStrategy insertMany() {
        InsertManyStrategy alone = capabilities().has(Capability.BATCH_GENERATED_KEYS)
                ? InsertManyStrategy.BATCHED
                : InsertManyStrategy.ROW_BY_ROW;
        return capabilities().has(Capability.MULTI_ROW_INSERT_RETURNING) ? InsertManyStrategy.together(alone) : alone;
    }

    /**
     * Return how many bound values one statement takes. A statement with more is refused before it is sent; an INSERT of
     * many rows is cut into several.
     *
     * @return the largest number
     */
    default int maxBinds() {
        return DEFAULT_MAX_BINDS;
    }

    /**
     * Return for how many keys related rows are best looked up by one statement with IN.
     *
     * @return the number, at least 1; 1,000 unless the dialect knows better
     */
    default int keysAtOnce() {
        return 1000;
    }

    /**
     * Return how a driver is asked for the generated value of a column.
     *
     * @param column the column's name as declared
     * @return its name as the driver compares it; the same unless overridden
     */
    default String generatedKeyName(String column) {
        return column;
    }

    /**
     * Translate a URL for the driver.
     *
     * @param url the user's URL, of this dialect's scheme or a JDBC URL that its provider accepts
     * @return what to ask the driver for
     * @throws io.athanor.engine.error.UrlException if the URL lacks something, or has what the database cannot use
     */
    JdbcTarget target(DatabaseUrl url);

    /**
     * Return the driver's options that may be set without being asked for by name: none that runs code, loads classes or
     * reads files.
     *
     * @return names in lower case
     */
    Set<String> allowedOptions();

    /**
     * Prepare a new connection, before anything else is done with it.
     *
     * @param connection the driver's connection, in auto-commit mode
     * @throws SQLException what the driver throws; the connection is then dropped
     */
    default void prepare(Connection connection) throws SQLException {}

    /**
     * Set up a connection that came from a {@code DataSource}, and so was not opened as {@link #target} says. Called before
     * {@link #prepare}, each time the data source hands one out.
     *
     * @param connection the connection, in auto-commit mode
     * @throws SQLException what the driver throws; the connection is then given back
     */
    default void adopt(Connection connection) throws SQLException {}

    /**
     * Compile a statement without an engine; needs no connection.
     *
     * @param statement the statement
     * @return the compiled statement
     * @throws io.athanor.sql.error.CompileException if the database has no way to say it
     */
    default CompiledStatement compile(Statement statement) {
        return compiler(CompileRules.NONE).compileStatement(statement, StructureKey.of(statement));
    }
}
