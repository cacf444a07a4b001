package io.athanor.dialect.sqlite;

import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.Transaction;
import io.athanor.engine.error.IntegrityException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqliteEchoTests {
    private final Shop shop = new Shop();

    @Test
    void statementsAndParametersAreRecordsOfTheirOwn() {
        try (Engine engine = Engine.create("sqlite:///:memory:", o -> o.echo(true));
                Captured log = new Captured()) {
            shop.metadata.createAll(engine);
            engine.transaction(c -> {
                c.execute(insert(shop.users).set(shop.name, "ed").set(shop.fullname, "Ed Jones"));
                c.execute(select(shop.name).where(shop.userId.eq(1))).all();
            });
            assertThat(log.records())
                    .containsExactly(
                            "BEGIN (implicit)",
                            "PRAGMA table_info(\"users\")",
                            "()",
                            "PRAGMA table_info(\"addresses\")",
                            "()",
                            "CREATE TABLE users ( id INTEGER NOT NULL, name VARCHAR, fullname VARCHAR, PRIMARY KEY (id), UNIQUE (name) )",
                            "()",
                            "CREATE TABLE addresses ( id INTEGER NOT NULL, email VARCHAR(50) NOT NULL, user_id INTEGER, PRIMARY KEY (id), FOREIGN KEY(user_id) REFERENCES users (id) )",
                            "()",
                            "COMMIT",
                            "BEGIN (implicit)",
                            "INSERT INTO users (name, fullname) VALUES (?, ?)",
                            "('ed', 'Ed Jones')",
                            "SELECT users.name FROM users WHERE users.id = ?",
                            "(1,)",
                            "COMMIT");
        }
    }

    @Test
    void savepointsAndRollbackAreShown() {
        try (Engine engine = Engine.create("sqlite:///:memory:", o -> o.echo(true));
                Connection c = engine.connect();
                Captured log = new Captured()) {
            try (Transaction first = c.beginNested()) {
                first.commit();
            }
            try (Transaction second = c.beginNested()) {
                assertThat(second.isActive()).isTrue();
            }
            c.rollback();
            assertThat(log.records())
                    .containsExactly(
                            "BEGIN (implicit)",
                            "SAVEPOINT sa_savepoint_1",
                            "RELEASE SAVEPOINT sa_savepoint_1",
                            "SAVEPOINT sa_savepoint_2",
                            "ROLLBACK TO SAVEPOINT sa_savepoint_2",
                            "ROLLBACK");
        }
    }

    @Test
    void hiddenParametersAreNowhere() {
        String canary = "canary-value-4711";
        try (Engine engine =
                        Engine.create("sqlite:///:memory:", o -> o.echo(true).hideParameters(true));
                Captured log = new Captured()) {
            shop.metadata.createAll(engine);
            assertThatThrownBy(() -> engine.transaction(c -> {
                        c.execute(insert(shop.users).set(shop.name, canary));
                        c.execute(insert(shop.users).set(shop.name, canary));
                    }))
                    .isInstanceOf(IntegrityException.class)
                    .satisfies(failure -> assertThat(stackOf(failure)).doesNotContain(canary));
            assertThat(log.text()).doesNotContain(canary).contains("hidden by hideParameters");
        }
    }

    private static String stackOf(Throwable failure) {
        java.io.StringWriter text = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }

    @Test
    void nothingIsLoggedAtInfoWithoutEcho() {
        try (Engine engine = Engine.create("sqlite:///:memory:");
                Captured log = new Captured()) {
            engine.transaction(c -> c.execute(text("select 1")).all());
            assertThat(log.records()).isEmpty();
        }
    }

    @Test
    void lineEndsInValuesForgeNoRecord() {
        try (Engine engine = Engine.create("sqlite:///:memory:", o -> o.echo(true));
                Captured log = new Captured()) {
            engine.transaction(
                    c -> c.execute(text("select :a").bind("a", "x\n[main] INFO io.athanor.engine.Engine - y'"))
                            .all());
            List<String> records = log.records();
            assertThat(log.text().lines().filter(line -> line.startsWith("[main]")))
                    .hasSize(4);
            assertThat(records.get(0)).isEqualTo("BEGIN (implicit)");
        }
    }
}
