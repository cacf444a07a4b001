package io.athanor.tests.conformance.later;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.athanor.tests.scenario.Line;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A step of the later tutorial as it was recorded.
 *
 * @param number its number
 * @param section the section of the tutorial
 * @param action what is done
 * @param sent what was sent
 * @param result what came of it
 * @param error the kind of error that was raised, or an empty string
 */
record LaterStep(int number, String section, String action, List<Line> sent, JsonNode result, String error) {
    private static final String FILE = "/conformance/tutorial-2x.jsonl";

    static List<LaterStep> all() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<LaterStep> steps = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(LaterStep.class.getResourceAsStream(FILE)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                steps.add(of(json.readTree(line)));
            }
        }
        return steps;
    }

    private static LaterStep of(JsonNode step) {
        List<Line> sent = new ArrayList<>();
        step.get("sql").forEach(one -> sent.add(Line.recorded(one)));
        return new LaterStep(
                step.get("step").asInt(),
                step.get("section").asText(),
                step.get("action").asText(),
                sent,
                step.get("result"),
                step.path("error").path("type").asText());
    }

    @Override
    public String toString() {
        return "step " + number + " (" + section + ": " + action + ")";
    }
}
