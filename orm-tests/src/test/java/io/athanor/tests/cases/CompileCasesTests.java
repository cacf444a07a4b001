package io.athanor.tests.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Compiles every case on every dialect and compares text and parameters with the records, then once more under other names
 * and values. The floor is what has been reached: fewer matches fail, and more fail until the floor is raised.
 */
class CompileCasesTests {
    private static final long SEED = 20_240_601L;

    private final List<CaseDialect> dialects = CaseDialects.all();
    private final Map<String, Function<Vocabulary, Object>> cases = CaseFamilies.all();
    private final List<String> failures = new ArrayList<>();

    /** How many lines of a family, or of a dialect, did what. */
    private static final class Tally {
        private int matched;
        private int decided;
        private int differing;
        private int missing;

        private int total() {
            return matched + decided + differing + missing;
        }

        @Override
        public String toString() {
            return "%d of %d matched, %d differ by decision, %d differ, %d missing"
                    .formatted(matched, total(), decided, differing, missing);
        }
    }

    @Test
    void compiledTextIsAsRecorded() {
        Map<String, Tally> tallies = new TreeMap<>();
        Tally all = new Tally();
        for (RecordedCase recorded : RecordedCase.all()) {
            String problem = check(recorded);
            for (Tally tally : List.of(
                    tallies.computeIfAbsent("family " + recorded.family(), any -> new Tally()),
                    tallies.computeIfAbsent("dialect " + recorded.dialect(), any -> new Tally()),
                    all)) {
                count(tally, recorded, problem);
            }
        }
        tallies.forEach((name, tally) -> System.out.println("compile cases: " + name + ": " + tally));
        System.out.println("compile cases: " + all);
        if (Boolean.getBoolean("cases.show")) {
            failures.forEach(System.out::println);
        }
        assertThat(all.matched)
                .as("matched lines; the floor is in %s, and -Dcases.show=true lists what differs", CaseFloor.RESOURCE)
                .isEqualTo(CaseFloor.matched());
        assertThat(all.decided * 100)
                .as("decisions above 5 %% count as missing")
                .isLessThanOrEqualTo(all.total() * 5);
    }

    private void count(Tally tally, RecordedCase recorded, String problem) {
        if (problem.equals("missing")) {
            tally.missing++;
        } else if (problem.isEmpty()) {
            tally.matched++;
        } else if (CaseFloor.isDecided(recorded)) {
            tally.decided++;
        } else {
            tally.differing++;
        }
    }

    /** Empty if the case is as recorded in both runs. */
    private String check(RecordedCase recorded) {
        Function<Vocabulary, Object> expression = cases.get(recorded.key());
        if (expression == null) {
            return "missing";
        }
        if (recorded.isDefectThere()) {
            return "";
        }
        CaseDialect dialect = dialects.stream()
                .filter(each -> each.name().equals(recorded.dialect()))
                .findFirst()
                .orElse(null);
        if (dialect == null) {
            return "missing";
        }
        for (Renaming renaming : List.of(Renaming.none(), Renaming.of(SEED))) {
            Comparison comparison = new Comparison(recorded, dialect, renaming);
            String problem = comparison.run(expression);
            if (!problem.isEmpty()) {
                failures.add(recorded + "\n    " + problem);
                return problem;
            }
        }
        return "";
    }

    @Test
    void everyExpressionBelongsToARecordedCase() {
        Set<String> unknown = new TreeSet<>(cases.keySet());
        RecordedCase.all().forEach(each -> unknown.remove(each.key()));
        assertThat(unknown).isEmpty();
    }
}
