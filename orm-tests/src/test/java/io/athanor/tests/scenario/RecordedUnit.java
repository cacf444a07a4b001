package io.athanor.tests.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A case of the unit of work as it was recorded.
 *
 * @param family what it is about
 * @param name its name in the family
 * @param model what its entities are
 * @param steps what is done
 * @param tables what all tables hold in the end
 */
record RecordedUnit(String family, String name, String model, List<Step> steps, JsonNode tables) {
    private static final String FILE = "/conformance/uow-cases.jsonl";
    private static final String VARIATIONS = "/conformance/uow-variations.jsonl";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A step.
     *
     * @param action what is done
     * @param sent what was sent for it
     * @param isOrderOpen whether what was sent came in another order at other times
     * @param result what came of it
     * @param error the kind of error that was raised, or an empty string
     */
    record Step(String action, List<Line> sent, boolean isOrderOpen, JsonNode result, String error) {}

    static List<RecordedUnit> all() throws IOException {
        return read(FILE);
    }

    /** Further cases of the same families, recorded in the same way. */
    static List<RecordedUnit> variations() throws IOException {
        return read(VARIATIONS);
    }

    private static List<RecordedUnit> read(String resource) throws IOException {
        List<RecordedUnit> units = new ArrayList<>();
        try (InputStream file = Objects.requireNonNull(RecordedUnit.class.getResourceAsStream(resource));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                units.add(of(JSON.readTree(line)));
            }
        }
        return units;
    }

    private static RecordedUnit of(JsonNode unit) {
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : unit.get("steps")) {
            List<Line> sent = new ArrayList<>();
            step.get("sql").forEach(one -> sent.add(Line.recorded(one)));
            steps.add(new Step(
                    step.get("do").asText(),
                    sent,
                    step.path("order_unstable").asBoolean(),
                    step.get("result"),
                    step.path("error").path("type").asText()));
        }
        return new RecordedUnit(
                unit.get("family").asText(),
                unit.get("name").asText(),
                unit.get("model").asText(),
                steps,
                unit.get("final"));
    }

    String key() {
        return family + "/" + name;
    }
}
