package io.athanor.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.athanor.orm.mapper.Registry;
import io.athanor.tests.jdbc.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * The whole tutorial on the database of the records, from the first object on: what is sent, shown and raised, step by step.
 * A step may differ only where a decision note says so, and only in the way that is stated here.
 */
class TutorialReplayTests {
    /** How many steps must be equal, or differ by decision. Only rises. */
    private static final int FLOOR = 139;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TutorialDecisions decisions = TutorialDecisions.load();

    private final List<String> differences = new ArrayList<>();
    private int equal;
    private int decided;

    @Test
    void tutorialSendsAndShowsWhatSqlAlchemyDoes() throws Exception {
        Recording recording = new Recording();
        List<TutorialStep> steps =
                TutorialStep.all().stream().filter(step -> step.number() > 4).toList();
        try (Blog blog = new Blog(recording)) {
            Registry.of(io.athanor.tests.model.User.class).metadata().createAll(blog.engine);
            BlogQueries.addTo(blog);
            BlogRelations.addTo(blog);
            BlogKeywords.addTo(blog);
            for (TutorialStep step : steps) {
                take(step, blog.step(step.number()), recording);
            }
        }
        System.out.printf("tutorial: %d of %d steps equal, %d by decision%n", equal, steps.size(), decided);
        if (Boolean.getBoolean("athanor.differences")) {
            differences.forEach(System.out::println);
        }

        assertThat(equal + decided).as("%s", String.join("\n", differences)).isGreaterThanOrEqualTo(FLOOR);
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

    private void take(TutorialStep step, Callable<?> action, Recording recording) {
        if (action == null) {
            differences.add(step + " is missing");
            return;
        }
        recording.clear();
        JsonNode shown = null;
        String error = "";
        try {
            shown = comparable(JSON.readTree(JSON.writeValueAsString(Blog.shown(action.call()))));
        } catch (Exception e) {
            error = e.toString();
        }
        compare(step, recording.lines(), shown, error);
    }

    private void compare(TutorialStep step, List<String> sent, JsonNode shown, String error) {
        boolean isSame = step.error().isEmpty()
                ? error.isEmpty() && comparable(step.result()).equals(shown)
                : !error.isEmpty();
        if (!isSame) {
            differences.add("%s shows%n  %s %s instead of%n  %s %s"
                    .formatted(step, shown, error, comparable(step.result()), step.error()));
        } else if (sent.equals(step.sql())) {
            equal++;
        } else if (decisions.covers(step.number(), sent)) {
            decided++;
        } else {
            differences.add("%s sends%n  %s%ninstead of%n  %s"
                    .formatted(step, String.join("\n  ", sent), String.join("\n  ", step.sql())));
        }
    }

    /** A row of one value is the value, and the names of a row's values are those of another language. */
    private static JsonNode comparable(JsonNode node) {
        if (node.has("values")) {
            JsonNode values = comparable(node.get("values"));
            return values.size() == 1 ? values.get(0) : values;
        }
        if (!node.isArray()) {
            return node;
        }
        ArrayNode all = JSON.createArrayNode();
        node.forEach(each -> all.add(comparable(each)));
        return all;
    }
}
