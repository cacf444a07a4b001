package io.athanor.tests.conformance.later;

import io.athanor.tests.scenario.Line;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The steps that differ by decision. In the file, a line {@code step note} and below it, behind {@code >}, what is sent
 * instead, and behind {@code =} what is shown.
 */
final class LaterDecisions {
    private static final String FILE = "/conformance/tutorial-2x-decisions.txt";

    private final Map<Integer, List<String>> sent = new HashMap<>();
    private final Map<Integer, String> shown = new HashMap<>();
    private final Set<String> notes = new TreeSet<>();

    private LaterDecisions() {}

    static LaterDecisions load() {
        LaterDecisions decisions = new LaterDecisions();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(LaterDecisions.class.getResourceAsStream(FILE)), StandardCharsets.UTF_8))) {
            int step = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("> ")) {
                    decisions.sent.get(step).add(line.substring(2));
                } else if (line.startsWith("= ")) {
                    decisions.shown.put(step, line.substring(2));
                } else if (!line.startsWith("#")) {
                    String[] parts = line.split(" ");
                    step = Integer.parseInt(parts[0]);
                    decisions.sent.put(step, new ArrayList<>());
                    decisions.notes.add(parts[1]);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return decisions;
    }

    boolean covers(int step, List<Line> lines) {
        return lines.stream().map(Line::toString).toList().equals(sent.get(step));
    }

    boolean shows(int step, String value) {
        return value.equals(shown.get(step));
    }

    Set<String> notes() {
        return notes;
    }
}
