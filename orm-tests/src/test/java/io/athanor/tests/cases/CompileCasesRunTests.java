package io.athanor.tests.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.sql.error.OrmException;
import io.athanor.tests.database.Database;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Runs the cases on the databases: those that are recorded for its dialect, and those that are recorded for none in particular.
 * Statements run as they are, expressions are selected, the text of a definition is run on an empty database. What does not run
 * stands with its reason in {@link RunExceptions}; what runs yields the same rows everywhere, or the reason stands there too.
 */
class CompileCasesRunTests {
    /** The dialects whose records a database has to be able to run, the nearest first. */
    private static final Map<Database, List<String>> RECORDS = Map.of(
            Database.SQLITE, List.of("sqlite", "default"),
            Database.H2, List.of("default"),
            Database.POSTGRESQL, List.of("postgresql", "default"),
            Database.MARIADB, List.of("mariadb", "mysql", "default"));

    /** How many have run; only rises. */
    private static final Map<Database, Integer> FLOOR = Map.of(
            Database.SQLITE, 473,
            Database.H2, 462,
            Database.POSTGRESQL, 523,
            Database.MARIADB, 500);

    private final Map<String, Function<Vocabulary, Object>> cases = CaseFamilies.all();
    private final Map<String, Map<String, RecordedCase>> records = new HashMap<>();
    private final RunExceptions exceptions = new RunExceptions();
    private final Map<String, Map<Database, List<String>>> answers = new TreeMap<>();
    private final Map<String, String> failures = new TreeMap<>();
    private final Set<String> needless = new TreeSet<>();

    @Test
    void casesRunAndAnswerAlike() throws SQLException {
        RecordedCase.all()
                .forEach(each -> records.computeIfAbsent(each.key(), any -> new HashMap<>())
                        .put(each.dialect(), each));
        Map<Database, Integer> run = new EnumMap<>(Database.class);
        for (Database database : Database.available()) {
            run.put(database, runAll(database));
        }
        answers.forEach(this::compare);
        assertThat(failures).isEmpty();
        assertThat(needless).as("runs, though it is listed as what cannot").isEmpty();
        if (run.size() == Database.values().length) {
            assertThat(exceptions.unused())
                    .as("listed, but no such case is run")
                    .isEmpty();
        }
        run.forEach((database, count) ->
                assertThat(count).as("cases that run on %s", database).isGreaterThanOrEqualTo(FLOOR.get(database)));
    }

    private int runAll(Database database) throws SQLException {
        int attempted = 0;
        int run = 0;
        CaseDdl definitions = new CaseDdl(database);
        try (CaseDatabase tables = new CaseDatabase(database)) {
            for (Map.Entry<String, Function<Vocabulary, Object>> each : cases.entrySet()) {
                if (isMeantFor(database, each.getKey())) {
                    attempted++;
                    run += attempt(database, tables, definitions, each) ? 1 : 0;
                }
            }
        } finally {
            Database.takeBack();
        }
        System.out.printf("cases run: %d on %s of %d%n", run, database.dialect(), attempted);
        return run;
    }

    private boolean isMeantFor(Database database, String key) {
        Map<String, RecordedCase> recorded = records.get(key);
        for (String dialect : RECORDS.get(database)) {
            if (recorded.containsKey(dialect)) {
                return !recorded.get(dialect).isRefused();
            }
        }
        return false;
    }

    private boolean attempt(
            Database database,
            CaseDatabase tables,
            CaseDdl definitions,
            Map.Entry<String, Function<Vocabulary, Object>> each)
            throws SQLException {
        String key = each.getKey();
        boolean isExpectedToFail = exceptions.fails(database, key);
        try {
            List<String> rows =
                    CaseDdl.isMeant(key) ? definitions.run(key, each.getValue()) : tables.run(each.getValue());
            answers.computeIfAbsent(key, any -> new EnumMap<>(Database.class)).put(database, rows);
            if (isExpectedToFail) {
                needless.add(database.dialect() + " " + key);
            }
            return true;
        } catch (OrmException failed) {
            if (!isExpectedToFail) {
                failures.put(database.dialect() + " " + key, String.valueOf(failed.getMessage()));
            }
            return false;
        }
    }

    private void compare(String key, Map<Database, List<String>> rows) {
        boolean isExpectedToDiffer = exceptions.differs(key);
        boolean isAlike = new HashSet<>(rows.values()).size() <= 1;
        if (!isAlike && !isExpectedToDiffer) {
            failures.put("differing " + key, rows.toString());
        } else if (isAlike && isExpectedToDiffer && rows.size() == Database.values().length) {
            needless.add("differing " + key);
        }
    }
}
