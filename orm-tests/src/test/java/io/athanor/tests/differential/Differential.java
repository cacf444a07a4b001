package io.athanor.tests.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.dialect.Capabilities;
import io.athanor.engine.dialect.Capability;
import io.athanor.sql.error.OrmException;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.NormalRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Asks several databases the same random queries, and compares what they say with what the first of them says. */
final class Differential implements AutoCloseable {
    private static final long SEED = Long.getLong("differential.seed", 3);
    private static final int ONLY = Integer.getInteger("differential.only", -1);
    private static final int SHOWN = Integer.getInteger("differential.shown", 5);

    /** A database fails with this message at queries of this text; without a message, it answers otherwise. */
    record Known(Database database, Pattern sql, String failure, String reason) {
        boolean explains(Database other, String text, String answer) {
            boolean isMeant = failure.isEmpty() || answer.startsWith("failed") && answer.contains(failure);
            return other == database && isMeant && sql.matcher(text).find();
        }
    }

    private final List<Database> databases;
    private final List<Known> known;
    private final Map<Known, Integer> explained = new LinkedHashMap<>();
    private final List<Connection> connections = new ArrayList<>();
    private final List<Engine> engines = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    private final Features features;
    private int withRows;

    Differential(List<Database> databases, List<Known> known) {
        this.databases = databases;
        this.known = known;
        for (Database database : databases) {
            Engine engine = Engine.create(database.url());
            engines.add(engine);
            engine.transaction(connection -> Sample.fill(connection, new Dice(SEED, -1)));
            connections.add(engine.connect());
        }
        boolean hasMariadb = databases.contains(Database.MARIADB);
        boolean hasPostgresql = databases.contains(Database.POSTGRESQL);
        features = new Features(
                haveAll(Capability.FULL_JOIN),
                !hasPostgresql,
                haveAll(Capability.AGGREGATE_FILTER),
                !hasMariadb,
                !hasPostgresql,
                !hasMariadb,
                !hasMariadb);
    }

    private boolean haveAll(Capability capability) {
        return engines.stream().allMatch(engine -> {
            Capabilities capabilities = engine.dialect().capabilities();
            return capabilities.has(capability);
        });
    }

    @Override
    public void close() {
        connections.forEach(Connection::close);
        engines.forEach(Engine::close);
    }

    void ask(int queries) {
        int different = 0;
        for (int number = Math.max(ONLY, 0); number < (ONLY < 0 ? queries : ONLY + 1); number++) {
            different += isAnsweredAlike(number) ? 0 : 1;
        }
        System.out.printf(
                "differential: seed %d, %d queries on %s, %d with rows, %d differences%n",
                SEED, queries, databases, withRows, different);
        explained.forEach((each, times) -> System.out.printf("differential: %d times %s%n", times, each.reason()));
        differences.forEach(System.out::println);
        assertThat(differences).isEmpty();
        assertThat(withRows).as("queries that yield rows").isGreaterThan(ONLY < 0 ? queries / 2 : -1);
    }

    private boolean isAnsweredAlike(int number) {
        Queries.Query query = new Queries(new Dice(SEED, number), features).query();
        String first = answer(0, query);
        withRows += first.equals("[]") ? 0 : 1;
        for (int i = 1; i < databases.size(); i++) {
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
        for (Known each : known) {
            if (each.explains(databases.get(database), sql(database, query), answer)) {
                explained.merge(each, 1, Integer::sum);
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
        try {
            return databases.get(database) + ": "
                    + engines.get(database)
                            .compile(query.statement())
                            .compiled()
                            .sql();
        } catch (OrmException refused) {
            return databases.get(database) + " refuses it";
        }
    }
}
