package io.athanor.tests.fault;

import static io.athanor.engine.error.ErrorKind.CORRUPT;
import static io.athanor.engine.error.ErrorKind.DISCONNECTED;
import static io.athanor.engine.error.ErrorKind.DISK_FULL;
import static io.athanor.engine.error.ErrorKind.OPERATIONAL;
import static io.athanor.engine.error.ErrorKind.PROGRAMMING;
import static io.athanor.engine.error.ErrorKind.READ_ONLY;
import static io.athanor.engine.error.ErrorKind.STATEMENT_TIMEOUT;
import static io.athanor.engine.error.ErrorKind.TRANSACTION_ABORTED;
import static io.athanor.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.error.DatabaseException;
import io.athanor.engine.error.ErrorKind;
import io.athanor.tests.database.Database;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What errors become that come from around a statement: limits of the database, other users, files and disks. */
@ParameterizedClass
@MethodSource("databases")
class OutsideErrorTests extends FaultTests {
    OutsideErrorTests(Database database) {
        super(database);
    }

    private static DatabaseException failureOf(ThrowingCallable work) {
        return catchThrowableOfType(DatabaseException.class, work);
    }

    /** What the driver tells: PostgreSQL's state, the others' number. */
    private String codeOf(DatabaseException failure) {
        return database == Database.POSTGRESQL ? failure.sqlState().orElse("") : String.valueOf(failure.vendorCode());
    }

    private void assertStillUsable(Connection connection) {
        connection.rollback();
        assertThat(value(connection, "SELECT count(*) FROM t")).hasToString("0");
    }

    @Test
    void limitOfTimeThatTheDatabaseWasGiven() {
        assumeTrue(database != Database.SQLITE, "it has no clock");
        String limit = switch (database) {
            case H2 -> "SET QUERY_TIMEOUT 200";
            case POSTGRESQL -> "SET statement_timeout = 200";
            default -> "SET SESSION max_statement_time = 0.2";
        };
        try (Connection c = engine.connect()) {
            c.run(text(limit));
            c.commit();
            DatabaseException failure = failureOf(
                    () -> c.execute(text(Places.endlessQuery(database))).all());
            assertThat(failure.kind()).isEqualTo(STATEMENT_TIMEOUT);
            assertThat(codeOf(failure)).isEqualTo(database == Database.MARIADB ? "1969" : "57014");
            assertStillUsable(c);
        }
    }

    @Test
    void statementThatSomebodyElseStops() {
        assumeTrue(database != Database.SQLITE, "nobody else can");
        String[] words = switch (database) {
            case H2 -> new String[] {"SELECT SESSION_ID()", "CALL CANCEL_SESSION(%s)", "57014"};
            case POSTGRESQL -> new String[] {"SELECT pg_backend_pid()", "SELECT pg_cancel_backend(%s)", "57014"};
            default -> new String[] {"SELECT connection_id()", "KILL QUERY %s", "1317"};
        };
        try (Connection c = engine.connect();
                Connection other = engine.connect()) {
            Object id = value(c, words[0]);
            CompletableFuture<Void> stop = CompletableFuture.runAsync(
                    () -> other.run(text(words[1].formatted(id))),
                    CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
            DatabaseException failure = failureOf(
                    () -> c.execute(text(Places.endlessQuery(database))).all());
            stop.join();
            assertThat(failure.kind()).isEqualTo(STATEMENT_TIMEOUT);
            assertThat(codeOf(failure)).isEqualTo(words[2]);
            assertStillUsable(c);
        }
    }

    @Test
    void databaseWithoutAnyTables() {
        run("DROP TABLE t");
        DatabaseException failure = failureOf(() -> value("SELECT * FROM t"));
        assertThat(failure.kind()).isEqualTo(PROGRAMMING);
        assertThat(codeOf(failure))
                .isEqualTo(
                        switch (database) {
                            case SQLITE -> "1";
                            case H2 -> "42104";
                            case POSTGRESQL -> "42P01";
                            case MARIADB -> "1146";
                        });
    }

    @Test
    void roomThatRunsOut() {
        assumeTrue(
                database == Database.SQLITE || database == Database.MARIADB,
                "only a full disk would do, which the test's machine shares with others");
        try (Connection c = engine.connect()) {
            if (database == Database.SQLITE) {
                c.run(text("CREATE TABLE big (s TEXT)"));
                c.commit();
                c.run(text("PRAGMA max_page_count = 20"));
            } else {
                c.run(text("SET SESSION max_heap_table_size = 16384"));
                c.run(text("CREATE TABLE big (s VARCHAR(5000)) ENGINE=MEMORY"));
            }
            c.commit();
            String some = "x".repeat(5_000);
            DatabaseException failure = failureOf(() -> {
                for (int i = 0; i < 300; i++) {
                    c.run(text("INSERT INTO big VALUES (:s)").bind("s", some));
                }
            });
            assertThat(failure.kind()).isEqualTo(DISK_FULL);
            assertThat(codeOf(failure)).isEqualTo(database == Database.SQLITE ? "13" : "1114");
            assertStillUsable(c);
        }
    }

    /** What goes wrong behind the engine's back is told by the database itself. */
    @Test
    void transactionThatFailedUnseen() {
        assumeTrue(database == Database.POSTGRESQL, "no other gives up a transaction for an error");
        try (Connection c = engine.connect()) {
            value(c, "SELECT count(*) FROM t");
            assertThatThrownBy(() -> c.jdbc().createStatement().execute("SELECT nothing"))
                    .isInstanceOf(java.sql.SQLException.class);
            DatabaseException failure = failureOf(() -> value(c, "SELECT 1"));
            assertThat(failure.kind()).isEqualTo(TRANSACTION_ABORTED);
            assertThat(failure.sqlState()).contains("25P02");
            assertStillUsable(c);
        }
    }

    /** A value that no packet holds ends the connection, on MariaDB; the next one is another. */
    @Test
    void valueThatIsTooLargeForTheServer() {
        assumeTrue(database == Database.MARIADB, "the others have no such limit");
        try (Connection c = engine.connect()) {
            long most = ((Number) value(c, "SELECT @@max_allowed_packet")).longValue();
            String huge = "x".repeat((int) most + 1_000);
            DatabaseException failure = failureOf(
                    () -> c.run(text("INSERT INTO t (id, name) VALUES (1, :s)").bind("s", huge)));
            assertThat(failure.kind()).isIn(ErrorKind.DATA, DISCONNECTED);
            assertThat(failure.getMessage()).hasSizeLessThan(5_000);
            assertStillUsable(c);
        }
    }

    // -- files -------------------------------------------------------------------------------------------------------

    private void assumeFiles() {
        assumeTrue(!database.isServer(), "its files are the server's");
    }

    /** A database in a file, which is closed again. */
    private Path file() {
        Path file = folder.resolve("own.mv.db");
        try (Engine own = Engine.create(urlOf(file))) {
            own.transaction(c -> {
                c.run(text("CREATE TABLE own (id INTEGER PRIMARY KEY, s VARCHAR(1000))"));
                for (int i = 0; i < 200; i++) {
                    c.run(text("INSERT INTO own VALUES (" + i + ", '" + "x".repeat(900) + "')"));
                }
            });
        }
        return file;
    }

    private String urlOf(Path file) {
        String name = file.toString();
        return database == Database.SQLITE
                ? "sqlite:///" + name
                : "jdbc:h2:file:" + name.substring(0, name.length() - ".mv.db".length());
    }

    private ErrorKind kindOfReading(String url) {
        try (Engine own = Engine.create(url)) {
            DatabaseException failure = failureOf(() -> own.transaction(
                    c -> c.execute(text("SELECT max(s) FROM own")).all()));
            return failure == null ? null : failure.kind();
        }
    }

    @Test
    void folderThatIsNotThere() {
        assumeFiles();
        Path nowhere = folder.resolve("nowhere/else.mv.db");
        String url = database == Database.SQLITE ? urlOf(nowhere) : urlOf(nowhere) + ";IFEXISTS=TRUE";
        assertThat(kindOfReading(url)).isEqualTo(OPERATIONAL);
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void fileThatIsDamagedStaysAsItIs() throws IOException {
        assumeTrue(database == Database.SQLITE, "H2 goes back to the last state that it finds whole");
        Path file = file();
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 8_192, bytes.length, (byte) 'x');
        Files.write(file, bytes);
        assertThat(kindOfReading(urlOf(file))).isEqualTo(CORRUPT);
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void fileThatIsNoDatabaseStaysAsItIs() throws IOException {
        assumeFiles();
        Path file = folder.resolve("text.mv.db");
        Files.writeString(file, "this is no database, by no means at all ".repeat(400));
        byte[] bytes = Files.readAllBytes(file);
        assertThat(kindOfReading(urlOf(file))).isEqualTo(CORRUPT);
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void fileThatAnotherProcessHolds() throws IOException {
        assumeTrue(database == Database.H2, "only H2 keeps others out");
        Path file = file();
        try (RandomAccessFile other = new RandomAccessFile(file.toFile(), "rw");
                FileLock lock = other.getChannel().lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(kindOfReading(urlOf(file))).isEqualTo(OPERATIONAL);
        }
        assertThat(kindOfReading(urlOf(file))).isNull();
    }

    @Test
    void fileThatMayOnlyBeRead() {
        assumeFiles();
        Path file = file();
        String url = database == Database.SQLITE
                ? "sqlite:///file:" + file + "?mode=ro"
                : urlOf(file) + ";ACCESS_MODE_DATA=r";
        try (Engine reader = Engine.create(url)) {
            DatabaseException failure =
                    failureOf(() -> reader.transaction(c -> c.run(text("DELETE FROM own WHERE id = 1"))));
            assertThat(failure.kind()).isEqualTo(READ_ONLY);
            assertThat(codeOf(failure)).isEqualTo(database == Database.SQLITE ? "8" : "90097");
        }
    }

    @Test
    void fileThatWasMovedAway() throws IOException {
        assumeTrue(database == Database.SQLITE, "H2 keeps the file open and writes to wherever it is");
        Path file = file();
        try (Engine own = Engine.create(urlOf(file));
                Connection c = own.connect()) {
            value(c, "SELECT count(*) FROM own");
            c.commit();
            Files.move(file, folder.resolve("elsewhere.db"));
            DatabaseException failure = failureOf(() -> c.run(text("DELETE FROM own")));
            assertThat(failure.kind()).isEqualTo(READ_ONLY);
            assertThat(failure).hasMessageContaining("READONLY_DBMOVED");
        }
    }
}
