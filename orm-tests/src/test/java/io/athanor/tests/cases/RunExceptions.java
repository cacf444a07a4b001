package io.athanor.tests.cases;

import io.athanor.tests.database.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Which cases do not run on which database, and which answer otherwise, each below its reason in a file beside the records. */
final class RunExceptions {
    static final String RESOURCE = "/conformance/run-exceptions.txt";
    private static final String DIFFERING = "differing";

    private final Map<Database, Set<String>> failing = new HashMap<>();
    private final Set<String> differing = new HashSet<>();
    private final Set<String> unused = new TreeSet<>();

    RunExceptions() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RunExceptions.class.getResourceAsStream(RESOURCE)), StandardCharsets.UTF_8))) {
            for (String line : lines.lines().toList()) {
                if (line.startsWith("    ")) {
                    String[] parts = line.strip().split(" ", 2);
                    List.of(parts[0].split(",")).forEach(where -> add(where, parts[1]));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(String where, String key) {
        unused.add(where + " " + key);
        if (where.equals(DIFFERING)) {
            differing.add(key);
        } else {
            failing.computeIfAbsent(Database.valueOf(where.toUpperCase(Locale.ROOT)), any -> new HashSet<>())
                    .add(key);
        }
    }

    /** Whether a case is known not to run on a database. */
    boolean fails(Database database, String key) {
        unused.remove(database.dialect() + " " + key);
        return failing.getOrDefault(database, Set.of()).contains(key);
    }

    /** Whether a case is known to yield other rows on one of the databases. */
    boolean differs(String key) {
        unused.remove(DIFFERING + " " + key);
        return differing.contains(key);
    }

    /** What stands in the file and was never asked for. */
    Set<String> unused() {
        return unused;
    }
}
