package io.athanor.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.athanor.engine.dialect.DatabaseUrl;
import io.athanor.tests.database.Database;
import io.athanor.tests.jdbc.Recording;
import io.athanor.tests.jdbc.RecordingDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The tutorial sends what SQLAlchemy sends, step by step, and shows what it shows. What was sent is told by the driver. A
 * step may differ only where a decision note says so, and only as the database states it here.
 */
public abstract class TutorialConformanceSuite {
    private static final int STEPS = 21;
    private static final String RECORDED_URL = "sqlite:///:memory:";

    private final Database database;
    private final ObjectMapper json = new ObjectMapper();
    private String url;
    private int equal;
    private int decided;

    protected TutorialConformanceSuite(Database database) {
        this.database = database;
    }

    /**
     * What is sent instead, and why.
     *
     * @param notes the decision notes, by number
     * @param sql what is sent, in the form of {@link Recording#lines}
     */
    public record Decided(List<String> notes, List<String> sql) {}

    /** The steps in which this database is decided to differ. */
    protected abstract Map<Integer, Decided> decisions();

    @AfterEach
    final void giveTheDatabaseBack() throws SQLException {
        Database.takeBack();
    }

    @Test
    void tutorialSendsAndShowsWhatSqlAlchemyDoes() throws IOException {
        List<TutorialStep> steps = TutorialStep.between("Connecting", "Rolling back");
        assertThat(steps).hasSize(STEPS);
        Recording recording = new Recording();
        List<String> differences = new ArrayList<>();
        url = database.url();
        try (TutorialRun run = new TutorialRun(url, any -> RecordingDriver.engine(url, recording))) {
            for (TutorialStep step : steps) {
                if (!run.has(step.number())) {
                    differences.add(step + " is missing");
                    continue;
                }
                recording.clear();
                JsonNode shown = json.valueToTree(run.take(step.number()));
                compare(step, new Outcome(recording.lines(), shown), differences);
            }
        }
        System.out.printf(
                "tutorial: %d of %d steps equal, %d by decision (%s)%n",
                equal, steps.size(), decided, database.dialect());
        assertThat(differences).isEmpty();
        assertThat(equal + decided).isEqualTo(STEPS);
        assertThat(decided).isEqualTo(decisions().size());
        assertThat(recording.lent()).isZero();
    }

    /** What a step has come to. */
    private record Outcome(List<String> sent, JsonNode shown) {}

    private void compare(TutorialStep step, Outcome outcome, List<String> differences) {
        JsonNode expected = RECORDED_URL.equals(step.result().asText())
                ? json.valueToTree(DatabaseUrl.parse(url).toString())
                : step.result();
        if (!outcome.shown().equals(expected)) {
            differences.add("%s shows%n  %s instead of%n  %s".formatted(step, outcome.shown(), expected));
        }
        Decided decision = decisions().get(step.number());
        if (outcome.sent().equals(step.sql())) {
            equal++;
        } else if (decision != null && outcome.sent().equals(decision.sql())) {
            decided++;
        } else {
            differences.add("%s sends%n  %s%ninstead of%n  %s"
                    .formatted(
                            step,
                            String.join("\n  ", outcome.sent()),
                            String.join("\n  ", decision == null ? step.sql() : decision.sql())));
        }
    }

    @Test
    void everyDifferenceHasADecisionNote() throws IOException {
        Path folder = Path.of("..", "docs", "decisions");
        try (var files = Files.list(folder)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();
            for (Decided decision : decisions().values()) {
                assertThat(decision.notes())
                        .isNotEmpty()
                        .allSatisfy(note -> assertThat(names).anyMatch(name -> name.startsWith(note + "-")));
            }
        }
    }
}
