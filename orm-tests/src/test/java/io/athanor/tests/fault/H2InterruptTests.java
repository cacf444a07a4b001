package io.athanor.tests.fault;

import static io.athanor.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Java closes a file under a thread that is interrupted, and with it a database of H2. */
@Timeout(60)
class H2InterruptTests {
    @Test
    void interruptWithinAQueryLeavesDatabaseAndPoolUsable(@TempDir Path folder) throws Exception {
        try (Engine engine = Engine.create("h2:///" + folder.resolve("a"), options -> options.poolSize(3))) {
            engine.transaction(c -> c.run(text("CREATE TABLE t (id INTEGER PRIMARY KEY, name VARCHAR(2000))")));
            for (int round = 0; round < 5; round++) {
                interruptWriter(engine, round);
                Thread.sleep(10);
                int id = -1 - round;
                // Connections that were opened before the interrupt go with the database that it closed.
                io.athanor.engine.Retry.times(5)
                        .call(attempt ->
                                engine.inTransaction(c -> c.run(text("INSERT INTO t (id, name) VALUES (:id, 'x')")
                                        .bind("id", id))));
            }
            try (Connection c = engine.connect()) {
                assertThat(c.execute(text("SELECT count(*) FROM t WHERE id < 0"))
                                .all()
                                .get(0)
                                .get(0))
                        .hasToString("5");
            }
            assertThat(engine.poolState().active()).isZero();
        }
    }

    private static void interruptWriter(Engine engine, int round) throws InterruptedException {
        Thread writer = new Thread(() -> {
            try {
                for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
                    int id = round * 1_000_000 + i;
                    engine.transaction(c -> c.run(text("INSERT INTO t (id, name) VALUES (:id, :name)")
                            .bind("id", id)
                            .bind("name", "x".repeat(1500))));
                }
            } catch (RuntimeException stopped) {
                // How the interrupt is told is the driver's matter; what is left of the database is ours.
                return;
            }
        });
        writer.start();
        Thread.sleep(150);
        writer.interrupt();
        writer.join();
    }
}
