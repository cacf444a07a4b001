package io.athanor.dialect.sqlite;

import static io.athanor.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.athanor.engine.Engine;
import io.athanor.engine.error.DatabaseException;
import io.athanor.engine.error.ErrorKind;
import io.athanor.engine.error.IntegrityException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteErrorTests {
    private final Engine engine = Engine.create("sqlite:///:memory:");

    @BeforeEach
    void createTables() {
        engine.transaction(c -> {
            c.run(
                    text(
                            "CREATE TABLE p (id INTEGER PRIMARY KEY, u INTEGER UNIQUE, n INTEGER NOT NULL, k INTEGER CHECK (k > 0))"));
            c.run(text("CREATE TABLE c (pid INTEGER REFERENCES p (id))"));
            c.run(text("INSERT INTO p VALUES (1, 1, 1, 1)"));
            c.run(text("INSERT INTO c VALUES (1)"));
        });
    }

    @AfterEach
    void closeEngine() {
        engine.close();
    }

    private static DatabaseException failureOf(Engine engine, String sql) {
        return catchThrowableOfType(DatabaseException.class, () -> engine.transaction(c -> c.run(text(sql))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INSERT INTO p VALUES (1, 2, 1, 1)      | UNIQUE_VIOLATION      | 19
            INSERT INTO p VALUES (2, 1, 1, 1)      | UNIQUE_VIOLATION      | 19
            INSERT INTO p VALUES (2, 2, NULL, 1)   | NOT_NULL_VIOLATION    | 19
            INSERT INTO p VALUES (2, 2, 1, 0)      | CHECK_VIOLATION       | 19
            INSERT INTO c VALUES (9)               | FOREIGN_KEY_VIOLATION | 19
            DELETE FROM p                          | FOREIGN_KEY_VIOLATION | 19
            INSERT INTO p (id) VALUES ('x')        | DATA                  | 20
            SELECT * FROM nothing                  | PROGRAMMING           | 1
            SELECT nothing FROM p                  | PROGRAMMING           | 1
            SELEC 1                                | PROGRAMMING           | 1
            """)
    void errorHasItsKind(String sql, ErrorKind kind, int code) {
        DatabaseException failure = failureOf(engine, sql);
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.vendorCode()).isEqualTo(code);
        assertThat(failure.sqlState()).isEmpty();
        assertThat(failure.statement()).contains(sql);
        assertThat(failure.parameters()).contains("()");
        assertThat(failure).hasMessageContaining("[SQL: " + sql + "]");
    }

    @Test
    void integrityErrorNamesItsConstraint() {
        DatabaseException failure = failureOf(engine, "INSERT INTO p VALUES (2, 1, 1, 1)");
        assertThat(((IntegrityException) failure).constraint()).contains("p.u");
    }

    @Test
    void batchTellsTheErrorWithin() {
        DatabaseException failure = failureOf(engine, "INSERT INTO p VALUES (1, 2, 1, 1)");
        assertThat(failure.getCause()).isInstanceOf(java.sql.SQLException.class);
    }

    @Test
    void readOnlyDatabaseRefusesWriting(@TempDir Path folder) {
        Path file = folder.resolve("a.db");
        try (Engine writable = Engine.create("sqlite:///" + file)) {
            writable.transaction(c -> c.run(text("CREATE TABLE t (a)")));
        }
        try (Engine readable = Engine.create("sqlite:///file:" + file + "?mode=ro")) {
            assertThat(failureOf(readable, "INSERT INTO t VALUES (1)").kind()).isEqualTo(ErrorKind.READ_ONLY);
        }
    }

    @Test
    void fileThatIsNoDatabaseIsCorruptAndStaysAsItIs(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("a.db");
        Files.writeString(file, "this is no database at all, by no means whatsoever".repeat(40));
        byte[] before = Files.readAllBytes(file);
        try (Engine broken = Engine.create("sqlite:///" + file)) {
            assertThat(failureOf(broken, "SELECT * FROM t").kind()).isEqualTo(ErrorKind.CORRUPT);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void folderCannotBeOpened(@TempDir Path folder) {
        try (Engine none = Engine.create("sqlite:///" + folder)) {
            assertThat(failureOf(none, "SELECT 1").kind()).isEqualTo(ErrorKind.OPERATIONAL);
        }
    }

    @Test
    void fullDatabaseIsDiskFull() {
        assertThat(catchThrowableOfType(
                                DatabaseException.class,
                                () -> engine.transaction(c -> {
                                    c.run(text("PRAGMA max_page_count = 10"));
                                    c.run(text("CREATE TABLE big (a)"));
                                    c.run(text("INSERT INTO big VALUES (zeroblob(1000000))"));
                                }))
                        .kind())
                .isEqualTo(ErrorKind.DISK_FULL);
    }
}
