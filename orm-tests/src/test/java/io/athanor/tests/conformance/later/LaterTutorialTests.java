package io.athanor.tests.conformance.later;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.athanor.tests.jdbc.Recording;
import io.athanor.tests.scenario.Line;
import io.athanor.tests.scenario.SentComparison;
import io.athanor.tests.scenario.SentComparison.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * The later tutorial on the database of the records: what is sent, shown and raised, step by step. A step may differ only
 * where a decision note says so, and only in the way that is stated here; what JDBC has its own way for, and rows sent in fewer
 * runs, are as good as equal.
 */
class LaterTutorialTests {
    /** The steps that are none of the ORM, and why. */
    private static final Map<Integer, String> APART = Map.of(1, "reads the version of the library");
    /** Before this step the tutorial begins anew, with what the quick start has stored. */
    private static final int FRESH = 16;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LaterDecisions decisions = LaterDecisions.load();
    private final List<String> differences = new ArrayList<>();
    private int equal;
    private int decided;

    @Test
    void laterTutorialSendsAndShowsWhatSqlAlchemyDoes() throws Exception {
        Recording recording = new Recording();
        List<LaterStep> all = LaterStep.all();
        List<LaterStep> told =
                all.stream().filter(step -> !APART.containsKey(step.number())).toList();
        try (Steps steps = new Steps(recording)) {
            for (LaterStep step : told) {
                if (step.number() == FRESH) {
                    begin(steps);
                }
                take(step, steps.step(step.number()), recording);
            }
        }
        APART.forEach((step, reason) -> System.out.printf("tutorial 2.x: step %d apart, %s%n", step, reason));
        System.out.printf("tutorial 2.x: %d of %d steps equal, %d by decision%n", equal, told.size(), decided);
        if (Boolean.getBoolean("athanor.differences")) {
            differences.forEach(System.out::println);
        }

        assertThat(all).hasSize(told.size() + APART.size());
        assertThat(differences).isEmpty();
        assertThat(equal + decided).isEqualTo(told.size());
    }

    @Test
    void everyDifferenceHasADecisionNote() throws Exception {
        try (var files = Files.list(Path.of("..", "docs", "decisions"))) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();
            assertThat(decisions.notes())
                    .isNotEmpty()
                    .allSatisfy(note -> assertThat(names).anyMatch(name -> name.startsWith(note + "-")));
        }
    }

    private static void begin(Steps steps) {
        steps.makeDatabase();
        steps.registry.metadata().createAll(steps.engine);
        QuickStart.store(steps);
        steps.open();
    }

    private void take(LaterStep step, Callable<?> action, Recording recording) {
        if (action == null) {
            differences.add(step + " is missing");
            return;
        }
        recording.clear();
        JsonNode shown = JSON.nullNode();
        String error = "";
        try {
            shown = comparable(JSON.readTree(JSON.writeValueAsString(Steps.shown(action.call()))));
        } catch (Exception e) {
            error = e.toString();
        }
        compare(step, recording.all().stream().map(Line::of).toList(), shown, error);
    }

    private void compare(LaterStep step, List<Line> sent, JsonNode shown, String error) {
        boolean isShown = step.error().isEmpty()
                ? error.isEmpty() && comparable(step.result()).equals(shown)
                : !error.isEmpty();
        Verdict verdict = SentComparison.compare(step.sent(), sent, false);
        boolean isDecidedToShow = !isShown && error.isEmpty() && decisions.shows(step.number(), shown.toString());
        boolean isDecidedToSend = verdict == Verdict.DIFFERENT && decisions.covers(step.number(), sent);
        if (!isShown && !isDecidedToShow) {
            differences.add("%s shows%n  %s %s instead of%n  %s %s"
                    .formatted(step, shown, error, comparable(step.result()), step.error()));
        } else if (verdict == Verdict.DIFFERENT && !isDecidedToSend) {
            differences.add("%s sends%n%s%ninstead of%n%s"
                    .formatted(step, SentComparison.text(sent), SentComparison.text(step.sent())));
        } else if (isDecidedToShow || isDecidedToSend) {
            decided++;
        } else {
            equal++;
        }
    }

    /** A row of one value is the value; what is null is as good as unset, and the names of a row's values do not count. */
    private static JsonNode comparable(JsonNode node) {
        if (node.has("values")) {
            JsonNode values = comparable(node.get("values"));
            return values.size() == 1 ? values.get(0) : values;
        }
        if (node.isObject()) {
            ObjectNode known = JSON.createObjectNode();
            node.properties().forEach(each -> {
                if (!each.getValue().isNull()) {
                    known.set(each.getKey(), comparable(each.getValue()));
                }
            });
            return known;
        }
        if (!node.isArray()) {
            return node;
        }
        ArrayNode all = JSON.createArrayNode();
        node.forEach(each -> all.add(comparable(each)));
        return all;
    }
}
