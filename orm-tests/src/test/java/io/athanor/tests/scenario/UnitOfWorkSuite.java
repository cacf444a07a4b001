package io.athanor.tests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.tests.database.Database;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The unit of work does what SQLAlchemy's does: every recorded case has a scenario, which shows, raises and leaves the same;
 * on the database of the records it also sends the same, but for what a decision note says.
 */
public abstract class UnitOfWorkSuite {
    private static final String FLOOR = "/conformance/uow-floor.properties";

    /** What comes with inheritance, versions, events, and attributes that are no plain columns. */
    private static final Set<String> LATER_FAMILIES = Set.of("inheritance", "version", "events");

    private static final Set<String> LATER_CASES =
            Set.of("loading/column-property-and-query-expression", "loading/composite");

    private final Database database;

    protected UnitOfWorkSuite(Database database) {
        this.database = database;
    }

    private static final class Tally {
        private int equal;
        private int decided;
        private int missing;
        private int later;
        private final List<String> different = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();
    }

    @Test
    void unitOfWorkDoesWhatSqlAlchemyDoes() throws IOException {
        Decisions decisions = Decisions.load();
        Scenarios scenarios = Scenarios.all();
        Tally tally = new Tally();
        for (RecordedUnit unit : RecordedUnit.all()) {
            Scenario scenario = scenarios.of(unit);
            if (scenario != null) {
                play(unit, scenario, decisions, tally);
            } else if (LATER_FAMILIES.contains(unit.family()) || LATER_CASES.contains(unit.key())) {
                tally.later++;
            } else {
                tally.missing++;
                tally.different.add(unit.key() + " is missing");
            }
        }
        report(tally);

        assertThat(tally.faults)
                .as("other errors or other rows than recorded, which no decision covers")
                .isEmpty();
        assertThat(tally.equal + tally.decided)
                .as("%s", String.join("\n", tally.different))
                .isGreaterThanOrEqualTo(floor());
    }

    @Test
    void variationsDoTheSame() throws IOException {
        Decisions decisions = Decisions.load();
        Scenarios scenarios = Scenarios.all();
        Tally tally = new Tally();
        List<RecordedUnit> variations = RecordedUnit.variations();
        for (RecordedUnit unit : variations) {
            play(unit, Objects.requireNonNull(scenarios.of(unit), unit.key()), decisions, tally);
        }
        System.out.printf(
                "unit of work, variations: %d of %d equal, %d by decision (%s)%n",
                tally.equal, variations.size(), tally.decided, database.dialect());

        assertThat(tally.different).isEmpty();
    }

    private void play(RecordedUnit unit, Scenario scenario, Decisions decisions, Tally tally) {
        List<String> differences = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        boolean isDecided = false;
        try (Stage stage = new Stage(database, unit, decisions)) {
            try {
                scenario.play(stage);
            } catch (Stage.Abandoned abandoned) {
                faults.add("is abandoned, since %s".formatted(abandoned.getCause()));
            }
            stage.finish();
            differences.addAll(stage.differences());
            faults.addAll(0, stage.faults());
            isDecided = stage.isDecided();
        } catch (Exception e) {
            faults.add("fails by " + e + at(e));
        }
        if (!faults.isEmpty()) {
            tally.faults.add(unit.key() + "\n  " + String.join("\n  ", faults));
        }
        differences.addAll(faults);
        if (!differences.isEmpty()) {
            tally.different.add(unit.key() + "\n  " + String.join("\n  ", differences));
        } else if (isDecided) {
            tally.decided++;
        } else {
            tally.equal++;
        }
    }

    private static String at(Exception e) {
        return e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
    }

    private void report(Tally tally) {
        int all = tally.equal + tally.decided + tally.different.size();
        System.out.printf(
                "unit of work: %d of %d equal, %d by decision, %d missing (%s); apart, for later: %d%n",
                tally.equal, all, tally.decided, tally.missing, database.dialect(), tally.later);
        if (Boolean.getBoolean("athanor.differences")) {
            tally.different.forEach(System.out::println);
        }
    }

    private int floor() throws IOException {
        Properties floor = new Properties();
        try (InputStream in = Objects.requireNonNull(UnitOfWorkSuite.class.getResourceAsStream(FLOOR))) {
            floor.load(in);
        }
        return Integer.parseInt(floor.getProperty(database.dialect()));
    }

    @Test
    void everyScenarioPlaysARecordedCase() throws IOException {
        List<RecordedUnit> all = new ArrayList<>(RecordedUnit.all());
        all.addAll(RecordedUnit.variations());
        List<String> recorded = all.stream().map(RecordedUnit::key).toList();

        assertThat(recorded).containsAll(Scenarios.all().byCase().keySet());
        assertThat(recorded).containsAll(Decisions.load().cases());
    }

    @Test
    void everyDifferenceHasADecisionNote() throws IOException {
        try (var files = Files.list(Path.of("..", "docs", "decisions"))) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();
            assertThat(Decisions.load().notes())
                    .allSatisfy(note -> assertThat(names).anyMatch(name -> name.startsWith(note + "-")));
        }
    }
}
