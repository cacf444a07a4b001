package io.athanor.tests.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Compiles combinations that the recorded cases have not, on every dialect, under two sets of names and values, and compares
 * them with what SQLAlchemy makes of them. What is compiled well by rule, rather than by example, is compiled well here too.
 */
class VariationsTests {
    private static final long SEED = 7L;

    private static Map<String, Function<Vocabulary, Object>> variations() {
        List<Cases> families = new ArrayList<>();
        families.add(VariationConditions.all());
        families.addAll(VariationQueries.all());
        families.addAll(VariationFunctions.all());
        families.addAll(VariationStatements.all());
        families.addAll(VariationSchemas.all());
        families.add(FurtherConditions.all());
        families.addAll(FurtherQueries.all());
        families.addAll(FurtherFunctions.all());
        families.addAll(FurtherChanges.all());
        families.addAll(FurtherSchemas.all());
        Map<String, Function<Vocabulary, Object>> all = new HashMap<>();
        families.forEach(family -> all.putAll(family.all()));
        return all;
    }

    @Test
    void combinationsAreCompiledByTheSameRules() {
        Map<String, CaseDialect> dialects = new HashMap<>();
        CaseDialects.all().forEach(dialect -> dialects.put(dialect.name(), dialect));
        Map<String, Function<Vocabulary, Object>> variations = variations();
        List<String> differing = new ArrayList<>();
        int matched = 0;
        for (RecordedCase recorded : RecordedCase.of("/conformance/variations.jsonl")) {
            Function<Vocabulary, Object> expression = variations.get(recorded.key());
            assertThat(expression).as(recorded.key()).isNotNull();
            for (Renaming renaming : List.of(Renaming.none(), Renaming.of(SEED))) {
                String problem = new Comparison(recorded, dialects.get(recorded.dialect()), renaming).run(expression);
                if (problem.isEmpty()) {
                    matched++;
                } else {
                    differing.add(recorded + "\n    " + problem);
                    break;
                }
            }
        }
        System.out.println("variations: %d compiled as recorded, %d not".formatted(matched, differing.size()));
        assertThat(differing).isEmpty();
    }
}
