package io.athanor.tests.scenario;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The steps that differ by decision, and what is sent in them instead. In the file, a line {@code family/name step note} and
 * below it, behind {@code >}, what is sent, and behind {@code =} what is shown.
 */
final class Decisions {
    private static final String FILE = "/conformance/uow-decisions.txt";

    private final Map<String, Decision> steps = new HashMap<>();

    private static final class Decision {
        private final String note;
        private final List<String> sent = new ArrayList<>();
        private final List<String> shown = new ArrayList<>();

        Decision(String note) {
            this.note = note;
        }
    }

    private Decisions() {}

    static Decisions load() throws IOException {
        Decisions decisions = new Decisions();
        try (InputStream file = Objects.requireNonNull(Decisions.class.getResourceAsStream(FILE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            Decision last = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("> ")) {
                    Objects.requireNonNull(last).sent.add(line.substring(2));
                } else if (line.startsWith("= ")) {
                    Objects.requireNonNull(last).shown.add(line.substring(2));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split(" ");
                    last = new Decision(parts[2]);
                    decisions.steps.put(parts[0] + " " + parts[1], last);
                }
            }
        }
        return decisions;
    }

    /** Whether this is what was decided to be sent in a step, counted from one. */
    boolean covers(RecordedUnit unit, int step, List<Line> sent) {
        Decision decision = steps.get(unit.key() + " " + step);
        return decision != null
                && decision.sent.equals(sent.stream().map(Line::toString).toList());
    }

    /** Whether this is what was decided to be shown in a step, by one of the databases. */
    boolean shows(RecordedUnit unit, int step, String shown) {
        Decision decision = steps.get(unit.key() + " " + step);
        return decision != null && decision.shown.contains(shown);
    }

    Set<String> notes() {
        Set<String> notes = new TreeSet<>();
        steps.values().forEach(decision -> notes.add(decision.note));
        return notes;
    }

    /** The cases that a decision speaks of. */
    Set<String> cases() {
        Set<String> cases = new TreeSet<>();
        steps.keySet().forEach(step -> cases.add(step.substring(0, step.indexOf(' '))));
        return cases;
    }
}
