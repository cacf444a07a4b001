package io.athanor.tests.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One line of the records: what SQLAlchemy made of a case on a dialect. */
record RecordedCase(
        String family,
        String name,
        String description,
        String dialect,
        @Nullable String sql,
        JsonNode params,
        boolean isRefused,
        boolean isDefectThere,
        boolean runsOnSqlite) {

    static List<RecordedCase> all() {
        return of("/conformance/compile-cases.jsonl");
    }

    /** Read lines of one resource. */
    static List<RecordedCase> of(String resource) {
        ObjectMapper mapper = new ObjectMapper();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RecordedCase.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
            List<String> texts = lines.lines().toList();
            List<RecordedCase> cases = new java.util.ArrayList<>(texts.size());
            for (String text : texts) {
                cases.add(of(mapper.readTree(text)));
            }
            return cases;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static RecordedCase of(JsonNode line) {
        JsonNode error = line.path("error");
        return new RecordedCase(
                line.path("family").asText(),
                line.path("name").asText(),
                line.path("description").asText(),
                line.path("dialect").asText(),
                line.path("sql").isTextual() ? line.path("sql").asText() : null,
                line.path("params"),
                !error.isMissingNode() && !error.isNull(),
                line.toString().contains("internal_defect"),
                line.path("sqlite_runs").asBoolean());
    }

    String key() {
        return family + "/" + name;
    }

    @Override
    public String toString() {
        return key() + " on " + dialect;
    }
}
