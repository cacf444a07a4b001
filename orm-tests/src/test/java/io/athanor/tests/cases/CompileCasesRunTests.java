package io.athanor.tests.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.sql.error.OrmException;
import io.athanor.tests.database.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Runs what the records say that SQLite runs: it runs as compiled here, and on H2 with the same rows. */
class CompileCasesRunTests {
    /** What cannot run on the rows of these tables, though SQLite takes the statement. */
    private static final Map<String, String> NOT_ON_SQLITE = Map.of(
            "update-delete/no-values",
            "gives all rows the same key",
            "labels-order-group/distinct-on",
            "refused: the records drop DISTINCT ON, which yields other rows");

    private static final String MANY_ROWS = "a scalar subquery of several rows is refused; SQLite takes the first";

    /** What H2 cannot run, or answers otherwise. */
    private static final Map<String, String> NOT_ON_H2 = Map.ofEntries(
            Map.entry("case-cast/type-coerce-select", "a text that is no JSON document is read as one"),
            Map.entry("cte/recursive-union-distinct", "refused: UNION in a recursion repeats rows"),
            Map.entry("insert/prefix", "no OR REPLACE"),
            Map.entry("update-delete/prefix", "no OR IGNORE"),
            Map.entry("joins/full", "no FULL JOIN"),
            Map.entry("labels-order-group/anon-label-in-subquery", "a column beside an aggregate must be grouped by"),
            Map.entry("set-operations/for-update-on-union", "FOR UPDATE only at the end, which a union cannot have"),
            Map.entry("subqueries/auto-correlate-all", MANY_ROWS),
            Map.entry("subqueries/correlate-none", MANY_ROWS),
            Map.entry(
                    "text-binds/text-expanding-empty",
                    "refused: the dialect has no text for an empty list within text"));

    private final Map<String, Function<Vocabulary, Object>> cases = CaseFamilies.all();
    private final Map<String, String> failures = new TreeMap<>();
    private final TreeSet<String> needless = new TreeSet<>();

    @Test
    void whatIsMatchedRunsOnSqliteAndAlikeOnH2() {
        int onSqlite = 0;
        int onH2 = 0;
        try (CaseDatabase sqlite = new CaseDatabase(Database.SQLITE);
                CaseDatabase h2 = new CaseDatabase(Database.H2)) {
            for (RecordedCase recorded : runnable(sqlite.dialect())) {
                String key = recorded.key();
                List<String> rows = attempt(key, "sqlite", sqlite, NOT_ON_SQLITE);
                onSqlite += rows == null ? 0 : 1;
                onH2 += rows != null && runsAlike(key, rows, h2) ? 1 : 0;
            }
        }
        System.out.println("cases run: " + onSqlite + " on sqlite, " + onH2 + " also on h2");
        assertThat(failures).isEmpty();
        assertThat(needless).as("runs, though it is listed as what cannot").isEmpty();
        assertThat(onSqlite).as("cases that run on sqlite").isGreaterThanOrEqualTo(202);
        assertThat(onH2).as("cases that run on h2 too").isGreaterThanOrEqualTo(192);
    }

    /** Cases that the records say run, and whose text is as recorded. */
    private List<RecordedCase> runnable(CaseDialect sqlite) {
        List<RecordedCase> runnable = new ArrayList<>();
        for (RecordedCase recorded : RecordedCase.all()) {
            Function<Vocabulary, Object> expression = cases.get(recorded.key());
            if (recorded.runsOnSqlite()
                    && expression != null
                    && new Comparison(recorded, sqlite, Renaming.none())
                            .run(expression)
                            .isEmpty()) {
                runnable.add(recorded);
            }
        }
        return runnable;
    }

    private boolean runsAlike(String key, List<String> rows, CaseDatabase h2) {
        List<String> others = attempt(key, "h2", h2, NOT_ON_H2);
        if (others != null && !others.equals(rows)) {
            note(key, "on h2 [" + others + "], on sqlite [" + rows + "]", NOT_ON_H2);
        } else if (others != null && NOT_ON_H2.containsKey(key)) {
            needless.add(key);
        }
        return rows.equals(others);
    }

    /** Null if it failed. */
    private List<String> attempt(String key, String name, CaseDatabase database, Map<String, String> known) {
        try {
            return database.run(cases.get(key));
        } catch (OrmException failed) {
            note(key, "on " + name + ": " + failed.getMessage(), known);
            return null;
        }
    }

    private void note(String key, String failure, Map<String, String> known) {
        if (!known.containsKey(key)) {
            failures.put(key, failure);
        }
    }
}
