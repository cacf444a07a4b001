package io.athanor.tests.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.athanor.tests.jdbc.Sent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A step of the tutorial as it was recorded with SQLAlchemy.
 *
 * @param number its number
 * @param section the section of the tutorial
 * @param action what is done
 * @param sql what was sent, each as one line: statements with their parameters, and the words of transactions
 * @param result what came of it
 * @param error the kind of error that was raised, or an empty string
 */
record TutorialStep(int number, String section, String action, List<String> sql, JsonNode result, String error) {

    private static final String FILE = "/conformance/tutorial.jsonl";

    static List<TutorialStep> all() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<TutorialStep> steps = new ArrayList<>();
        try (InputStream file = TutorialStep.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                steps.add(of(json.readTree(line)));
            }
        }
        return steps;
    }

    /** The steps from one section to another, both included. */
    static List<TutorialStep> between(String first, String last) throws IOException {
        List<TutorialStep> all = all();
        List<String> sections = all.stream().map(TutorialStep::section).toList();
        return all.subList(sections.indexOf(first), sections.lastIndexOf(last) + 1);
    }

    private static TutorialStep of(JsonNode step) {
        List<String> sql = new ArrayList<>();
        for (JsonNode sent : step.get("sql")) {
            sql.add(line(sent));
        }
        return new TutorialStep(
                step.get("step").asInt(),
                step.get("section").asText(),
                step.get("action").asText(),
                sql,
                step.get("result"),
                step.path("error").path("type").asText());
    }

    /** SQLAlchemy begins without telling the driver; ours is told. */
    private static String line(JsonNode sent) {
        String statement = sent.get("statement").asText();
        JsonNode parameters = sent.get("params");
        if (parameters.isNull()) {
            return statement.replace(" (implicit)", "");
        }
        List<String> rows = new ArrayList<>();
        if (sent.path("executemany").asBoolean()) {
            parameters.forEach(row -> rows.add(values(row).toString()));
        } else {
            rows.add(values(parameters).toString());
        }
        return Sent.fold(statement) + " " + String.join(", ", rows);
    }

    private static List<Object> values(JsonNode row) {
        List<Object> values = new ArrayList<>();
        for (JsonNode value : row) {
            values.add(value.isTextual() ? value.textValue() : value.isNull() ? null : value.numberValue());
        }
        return values;
    }

    @Override
    public String toString() {
        return "step " + number + " (" + section + ": " + action + ")";
    }
}
