package io.athanor.tests.kit;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.dialect.Capability;
import io.athanor.sql.Sql;
import io.athanor.sql.compile.CompileRules;
import io.athanor.sql.ddl.DdlCompiler;
import io.athanor.sql.ddl.DdlOption;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.TableSpec;
import io.athanor.sql.tree.Delete;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.RowStatement;
import io.athanor.sql.tree.Update;
import io.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests of one matter that every dialect has to pass; nested in a {@link DialectUnderTest}. Tables that a suite declares by
 * {@link #table} are created once for all of its tests and emptied after each; what a test creates by {@link #create} is
 * dropped after it.
 *
 * @since 0.1.0
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(KitExtension.class)
public abstract class KitSuite {
    private final MetaData shared = new MetaData();
    private final List<MetaData> ofTest = new ArrayList<>();
    private final List<String> ofTestSql = new ArrayList<>();
    private @Nullable KitDatabase database;
    private boolean hasSchema;

    /** Create the suite. */
    protected KitSuite() {}

    // ---- the life of a suite, called by the extension ----

    final void open(KitDatabase opened) {
        database = opened;
        shared.dropAll(engine());
        shared.createAll(engine());
    }

    final void fill() {
        insertRows();
    }

    final void clean() {
        Collections.reverse(ofTestSql);
        Collections.reverse(ofTest);
        List<String> statements = List.copyOf(ofTestSql);
        List<MetaData> created = List.copyOf(ofTest);
        ofTestSql.clear();
        ofTest.clear();
        try {
            statements.forEach(this::sql);
            created.forEach(metadata -> metadata.dropAll(engine()));
        } finally {
            empty();
        }
    }

    private void empty() {
        List<Table> tables = new ArrayList<>(shared.sortedTables());
        Collections.reverse(tables);
        engine().transaction(connection -> tables.forEach(table -> connection.execute(Sql.delete(table))));
    }

    final void close() {
        shared.dropAll(engine());
        if (hasSchema) {
            sql(ddl().dropSchema(kit().schema()));
        }
    }

    /** Insert the rows that each test finds. None unless overridden. */
    protected void insertRows() {}

    // ---- what tests use ----

    private KitDatabase database() {
        if (database == null) {
            throw new IllegalStateException("The suite has no database yet; use it within a test only");
        }
        return database;
    }

    /** The engine of the dialect under test. */
    protected final Engine engine() {
        return database().engine();
    }

    /** The dialect's tests, which tell what the kit cannot know. */
    protected final DialectUnderTest kit() {
        return database().kit();
    }

    /** Whether the dialect declares a capability. */
    protected final boolean has(Capability capability) {
        return engine().dialect().capabilities().has(capability);
    }

    /** What writes the dialect's DDL. */
    protected final DdlCompiler ddl() {
        return engine().dialect().ddl(CompileRules.NONE);
    }

    /** A driver's connection outside the engine, for probes. */
    protected final java.sql.Connection jdbc() throws java.sql.SQLException {
        return database().jdbc();
    }

    /** Declare a table that all tests of the suite share; call it in a field's initialiser. */
    protected final Table table(String name, Consumer<TableSpec> spec) {
        return Table.of(shared, name, spec);
    }

    /** Create a table for this test. */
    protected final Table create(String name, Consumer<TableSpec> spec) {
        MetaData metadata = new MetaData();
        Table table = Table.of(metadata, name, spec);
        create(metadata);
        return table;
    }

    /** Create tables and sequences for this test. */
    protected final void create(MetaData metadata) {
        ofTest.add(metadata);
        metadata.dropAll(engine());
        metadata.createAll(engine());
    }

    /** The schema beside the connection's own; it is created for the suite. */
    protected final String schema() {
        if (!hasSchema) {
            sql(ddl().createSchema(kit().schema(), DdlOption.IF_NOT_EXISTS));
            hasSchema = true;
        }
        return kit().schema();
    }

    /** Run SQL after this test, before its tables are dropped. */
    protected final void afterwards(String sql) {
        ofTestSql.add(sql);
    }

    /** All rows. */
    protected final <T> List<T> all(RowStatement<T> statement) {
        try (Connection connection = engine().connect()) {
            return connection.execute(statement).all();
        }
    }

    /** The only row. */
    protected final <T> T one(RowStatement<T> statement) {
        try (Connection connection = engine().connect()) {
            return connection.execute(statement).one();
        }
    }

    /** The rows of a statement that changes some, which is committed. */
    protected final <T> List<T> changed(RowStatement<T> statement) {
        return engine().inTransaction(
                        connection -> connection.execute(statement).all());
    }

    /** Insert and commit. */
    protected final long run(Insert statement) {
        return engine().inTransaction(connection -> connection.execute(statement));
    }

    /** Update and commit. */
    protected final long run(Update statement) {
        return engine().inTransaction(connection -> connection.execute(statement));
    }

    /** Delete and commit. */
    protected final long run(Delete statement) {
        return engine().inTransaction(connection -> connection.execute(statement));
    }

    /** Run SQL as it is and commit. */
    protected final long sql(String sql) {
        return engine().inTransaction(connection -> connection.run(Sql.text(sql.replace(":", "\\:"))));
    }

    /** Insert and commit rows of values, in the order of the table's columns. */
    protected final void rows(Table table, @Nullable Object[]... rows) {
        engine().transaction(connection -> {
            for (@Nullable Object[] row : rows) {
                Insert insert = Sql.insert(table);
                for (int i = 0; i < row.length; i++) {
                    insert = with(insert, table.columns().get(i), row[i]);
                }
                connection.execute(insert);
            }
        });
    }

    @SuppressWarnings("unchecked") // the suite's author keeps to the columns' types
    private static <T> Insert with(Insert insert, NamedColumn<T> column, @Nullable Object value) {
        return value == null ? insert.setNull(column) : insert.set(column, (T) value);
    }

    /** A row for {@link #rows}. */
    protected static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }

    /** A column of a table. */
    protected static <T> NamedColumn<T> column(Table table, String name, SqlType<T> type) {
        return table.column(name, type);
    }

    /** A text of a length. */
    protected static String textOf(int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> String.valueOf((char) ('a' + i % 26)))
                .collect(Collectors.joining());
    }
}
