package io.athanor.tests.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.dialect.Capability;
import io.athanor.sql.error.OrmException;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.NormalRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Asks all databases the same random queries, those of one seed so that a build can be repeated; {@code -Ddifferential.seed=N}
 * asks others, with
 * {@code -Ddifferential.only=N} only that of one number, and {@code -Ddifferential.queries=N} asks more or fewer.
 */
class DifferentialTests {
    private static final long SEED = Long.getLong("differential.seed", 3);
    private static final int QUERIES = Integer.getInteger("differential.queries", 20_000);
    private static final int SHOWN = Integer.getInteger("differential.shown", 5);

    /** The databases that are compared with the first of them. */
    private static final List<Database> DATABASES = List.of(Database.SQLITE, Database.H2);

    /** Failures with a known reason, which no rule of the generator avoids. */
    private static final List<Known> KNOWN = List.of(new Known(
            Database.H2,
            "FILTER (",
            "ArrayIndexOutOfBoundsException",
            "an aggregate with FILTER that occurs more than once fails within H2"));

    /** A database fails with this message at queries that have this in their text. */
    private record Known(Database database, String sql, String failure, String reason) {
        boolean explains(Database other, String text, String answer) {
            return other == database && text.contains(sql) && answer.startsWith("failed") && answer.contains(failure);
        }
    }

    private final Map<Known, Integer> explained = new LinkedHashMap<>();
    private final List<Connection> connections = new ArrayList<>();
    private final List<Engine> engines = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    private int withRows;
    private boolean hasFullJoin = true;

    @BeforeEach
    void fillDatabases() {
        for (Database database : DATABASES) {
            Engine engine = Engine.create(database.url());
            engines.add(engine);
            hasFullJoin &= engine.dialect().capabilities().has(Capability.FULL_JOIN);
            engine.transaction(connection -> Sample.fill(connection, new Dice(SEED, -1)));
            connections.add(engine.connect());
        }
    }

    @AfterEach
    void closeDatabases() {
        connections.forEach(Connection::close);
        engines.forEach(Engine::close);
    }

    @Test
    void allDatabasesAnswerAlike() {
        int only = Integer.getInteger("differential.only", -1);
        int different = 0;
        for (int number = Math.max(only, 0); number < (only < 0 ? QUERIES : only + 1); number++) {
            different += isAnsweredAlike(number) ? 0 : 1;
        }
        System.out.printf(
                "differential: seed %d, %d queries on %s, %d with rows, %d differences%n",
                SEED, QUERIES, DATABASES, withRows, different);
        explained.forEach((known, times) -> System.out.printf("differential: %d times %s%n", times, known.reason()));
        differences.forEach(System.out::println);
        assertThat(differences).isEmpty();
        assertThat(withRows).as("queries that yield rows").isGreaterThan(only < 0 ? QUERIES / 2 : -1);
    }

    private boolean isAnsweredAlike(int number) {
        Queries.Query query = new Queries(new Dice(SEED, number), hasFullJoin).query();
        String first = answer(0, query);
        withRows += first.equals("[]") ? 0 : 1;
        for (int i = 1; i < DATABASES.size(); i++) {
            String other = answer(i, query);
            boolean isAlike = other.equals(first) && !first.startsWith("failed");
            if (!isAlike && !isKnown(i, query, other)) {
                if (differences.size() < SHOWN) {
                    differences.add("seed %d, query %d%n%s%n%s%n%s%n%s%n"
                            .formatted(SEED, number, sql(0, query), first, sql(i, query), other));
                }
                return false;
            }
        }
        return true;
    }

    private boolean isKnown(int database, Queries.Query query, String answer) {
        for (Known known : KNOWN) {
            if (known.explains(DATABASES.get(database), sql(database, query), answer)) {
                explained.merge(known, 1, Integer::sum);
                return true;
            }
        }
        return false;
    }

    private String answer(int database, Queries.Query query) {
        try {
            List<?> rows = connections.get(database).execute(query.statement()).all();
            return (query.isSorted() ? NormalRows.of(rows) : NormalRows.sorted(rows)).toString();
        } catch (OrmException failed) {
            connections.get(database).rollback();
            return "failed: " + failed.getMessage().lines().findFirst().orElse("");
        }
    }

    private String sql(int database, Queries.Query query) {
        return DATABASES.get(database) + ": "
                + engines.get(database).compile(query.statement()).compiled().sql();
    }
}
