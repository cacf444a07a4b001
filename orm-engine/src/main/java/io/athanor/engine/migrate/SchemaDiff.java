package io.athanor.engine.migrate;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.dialect.IsolationLevel;
import io.athanor.sql.ddl.DdlCompiler;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.schema.MetaData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The difference between declared tables and a database, as the changes that make the database as declared, in an order in
 * which they can run. Renames are not guessed: what has another name is dropped and created. Views, triggers and options of
 * one dialect are not compared. After a difference was applied there is none. Immutable and thread-safe.
 *
 * <p>Expressions are compared in the form that the database gives them; where that is not seen from the text, they are put
 * into a scratch table and read back. Do not run it while others use a table {@code athanor_scratch}.
 *
 * @since 0.1.0
 */
public final class SchemaDiff {
    private static final Pattern VERSION = Pattern.compile("\\d+([._]\\d+)*");

    private final List<SchemaChange> changes;
    private final List<ChangeWarning> warnings;
    private final List<String> statements;
    private final List<String> before;
    private final List<String> after;

    private SchemaDiff(String dialect, List<SchemaChange> changes, DdlCompiler ddl) {
        boolean hasRebuilds = changes.stream().anyMatch(SchemaChange.RebuildTable.class::isInstance);
        this.changes = changes;
        this.warnings = new ChangeWarnings(dialect).of(changes);
        this.statements = new ChangeSql(ddl).statements(changes);
        this.before = hasRebuilds ? ddl.beforeRebuilds() : List.of();
        this.after = hasRebuilds ? ddl.afterRebuilds() : List.of();
    }

    /**
     * Compare declared tables with a database; tables that nobody has declared are to be dropped.
     *
     * @param engine leads to the database
     * @param declared the tables as they are to be
     * @return the difference
     */
    public static SchemaDiff between(Engine engine, MetaData declared) {
        return between(engine, declared, spec -> {});
    }

    /**
     * Compare declared tables with a database.
     *
     * @param engine leads to the database
     * @param declared the tables as they are to be
     * @param spec states what to compare
     * @return the difference
     */
    public static SchemaDiff between(Engine engine, MetaData declared, Consumer<DiffSpec> spec) {
        try (Connection connection = engine.connect()) {
            return between(connection, declared, spec);
        }
    }

    /**
     * Compare declared tables with a database on one connection. On databases that commit with each definition, comparing
     * expressions may commit.
     *
     * @param connection the connection
     * @param declared the tables as they are to be
     * @param spec states what to compare
     * @return the difference
     */
    public static SchemaDiff between(Connection connection, MetaData declared, Consumer<DiffSpec> spec) {
        DiffSpec stated = new DiffSpec();
        spec.accept(stated);
        List<SchemaChange> changes = new SchemaComparison(connection, declared, stated).changes();
        return new SchemaDiff(connection.dialect().name(), changes, connection.ddl());
    }

    /**
     * Return the changes.
     *
     * @return the changes in the order in which they can run, unmodifiable
     */
    public List<SchemaChange> changes() {
        return changes;
    }

    /**
     * Return whether the database is as declared.
     *
     * @return whether there is no change
     */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /**
     * Return what the changes may lose, or fail at.
     *
     * @return the warnings, unmodifiable
     */
    public List<ChangeWarning> warnings() {
        return warnings;
    }

    /**
     * Return the changes as statements of the database, without those that must run outside of a transaction.
     *
     * @return the statements in their order, without a semicolon
     */
    public List<String> sql() {
        return statements.stream().map(String::strip).toList();
    }

    /**
     * Return the changes as a script, with the warnings as comments.
     *
     * @return the script, empty if there is no change
     */
    public String script() {
        if (isEmpty()) {
            return "";
        }
        StringBuilder script = new StringBuilder();
        warnings.forEach(warning -> script.append("-- ")
                .append(String.valueOf(warning).replaceAll("\\R", " "))
                .append('\n'));
        if (!before.isEmpty()) {
            script.append("-- To be run outside of a transaction.\n");
        }
        before.forEach(statement -> script.append(statement).append(";\n"));
        sql().forEach(statement -> script.append(statement).append(";\n"));
        after.forEach(statement -> script.append(statement).append(";\n"));
        return script.toString();
    }

    /**
     * Write the script as a file that Flyway takes for the next migration, such as {@code V3__add_email.sql}. A script that
     * must not run in a transaction gets a configuration file beside it that says so.
     *
     * @param folder where to write
     * @param version digits, perhaps with points between
     * @param description what it is for; blanks become {@code _}
     * @return the file
     * @throws ArgumentException if there is no change, or the version is none, or the description is blank
     * @throws IOException if the file exists or cannot be written
     */
    public Path writeFlyway(Path folder, String version, String description) throws IOException {
        String words = description.strip().replaceAll("[^\\p{L}\\p{N}]+", "_").toLowerCase(Locale.ROOT);
        if (isEmpty() || !VERSION.matcher(version).matches() || words.isEmpty()) {
            throw new ArgumentException(
                    "Version [%s], description [%s] and [%d] changes make no migration; give a version such as [3], a description, and something to change"
                            .formatted(version, description, changes.size()));
        }
        Path file = folder.resolve("V" + version + "__" + words + ".sql");
        Files.writeString(file, script(), StandardOpenOption.CREATE_NEW);
        if (!before.isEmpty()) {
            Files.writeString(
                    folder.resolve(file.getFileName() + ".conf"),
                    "executeInTransaction=false\n",
                    StandardOpenOption.CREATE_NEW);
        }
        return file;
    }

    /**
     * Make the changes, in one transaction where the database can.
     *
     * @param engine leads to the database that was compared
     * @throws io.athanor.engine.error.DatabaseException if a statement fails; where definitions take part in transactions,
     *     nothing has changed then
     */
    public void apply(Engine engine) {
        if (isEmpty()) {
            return;
        }
        try (Connection connection = engine.connect()) {
            outside(connection, before);
            try {
                statements.forEach(connection::define);
                refuseBrokenKeys(connection);
                connection.commit();
            } finally {
                connection.rollback();
                outside(connection, after);
            }
        }
    }

    /** Foreign keys that were off while tables were made anew are looked at before the work is committed. */
    private void refuseBrokenKeys(Connection connection) {
        if (before.isEmpty()) {
            return;
        }
        List<String> broken = connection.dialect().schema().brokenForeignKeys(connection.queries());
        if (!broken.isEmpty()) {
            throw new ArgumentException(
                    "Foreign keys of tables %s refer to rows that would not exist any more; correct the rows first"
                            .formatted(broken));
        }
    }

    private static void outside(Connection connection, List<String> statements) {
        if (!statements.isEmpty()) {
            IsolationLevel usual = connection.isolationLevel();
            Connection plain =
                    connection.executionOptions(options -> options.isolationLevel(IsolationLevel.AUTOCOMMIT));
            statements.forEach(plain::define);
            plain.rollback();
            connection.executionOptions(options -> options.isolationLevel(usual));
        }
    }

    /**
     * Return the changes in words.
     *
     * @return a line for each, empty if there is none
     */
    @Override
    public String toString() {
        return changes.stream().map(SchemaChange::describe).collect(Collectors.joining("\n"));
    }
}
