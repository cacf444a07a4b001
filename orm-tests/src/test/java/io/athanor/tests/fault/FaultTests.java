package io.athanor.tests.fault;

import static io.athanor.sql.Sql.text;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.EngineOptions;
import io.athanor.tests.database.Database;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A database of its own for each test, with a table {@code t (id, name)} whose names are unique. */
@Timeout(120)
abstract class FaultTests {
    final Database database;
    Engine engine;
    String url;
    private final List<Engine> engines = new ArrayList<>();

    @TempDir
    Path folder;

    FaultTests(Database database) {
        this.database = database;
    }

    static List<Database> databases() {
        return Database.available();
    }

    @BeforeEach
    final void openEngine() {
        url = Places.url(database, folder);
        engine = open(options -> {});
        String engineOfTable = database == Database.MARIADB ? " ENGINE=InnoDB" : "";
        run("CREATE TABLE t (id INTEGER PRIMARY KEY, name VARCHAR(50) UNIQUE)" + engineOfTable);
    }

    @AfterEach
    final void closeEngines() throws SQLException {
        engines.forEach(Engine::close);
        Database.takeBack();
    }

    /** Another engine on the same database. */
    final Engine open(Consumer<? super EngineOptions> options) {
        Engine opened = Engine.create(url, options);
        engines.add(opened);
        return opened;
    }

    final void run(String sql) {
        engine.transaction(connection -> connection.run(text(sql)));
    }

    final Object value(String sql) {
        return engine.inTransaction(connection -> value(connection, sql));
    }

    static Object value(Connection connection, String sql) {
        return connection.execute(text(sql)).all().get(0).get(0);
    }

    final long count() {
        return ((Number) value("SELECT count(*) FROM t")).longValue();
    }

    static void add(Connection connection, int id, String name) {
        connection.run(text("INSERT INTO t (id, name) VALUES (:id, :name)")
                .bind("id", id)
                .bind("name", name));
    }

    /** Run tasks at once; what one of them throws is thrown. */
    static <T> List<T> atOnce(int threads, Callable<T> task) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(executor.submit(task));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw failed;
        } finally {
            executor.shutdownNow();
        }
    }
}
