package io.athanor.tests.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
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

/** The steps of the tutorial that differ by decision, and what is sent in them instead. */
final class TutorialDecisions {
    private static final String FILE = "/conformance/tutorial-decisions.txt";

    private final Map<Integer, List<String>> sent = new HashMap<>();
    private final Set<String> notes = new TreeSet<>();

    private TutorialDecisions() {}

    static TutorialDecisions load() {
        TutorialDecisions decisions = new TutorialDecisions();
        try (InputStream file = Objects.requireNonNull(TutorialDecisions.class.getResourceAsStream(FILE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            List<String> last = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("> ")) {
                    last.add(line.substring(2));
                } else if (!line.startsWith("#")) {
                    String[] parts = line.split(" ");
                    last = new ArrayList<>();
                    decisions.sent.put(Integer.valueOf(parts[0]), last);
                    decisions.notes.add(parts[1]);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return decisions;
    }

    boolean covers(int step, List<String> actual) {
        return actual.equals(sent.get(step));
    }

    Set<String> notes() {
        return notes;
    }
}
