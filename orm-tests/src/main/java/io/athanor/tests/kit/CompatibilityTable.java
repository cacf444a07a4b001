package io.athanor.tests.kit;

import io.athanor.engine.dialect.Capability;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the kit found on each dialect: which capabilities it has, and how many tests ran for each. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class CompatibilityTable {
    private final Map<String, Properties> dialects;

    private CompatibilityTable(Map<String, Properties> dialects) {
        this.dialects = dialects;
    }

    /**
     * Read what runs of the kit wrote.
     *
     * @param directory where they wrote it, {@code target/athanor-kit} unless the system property
     *     {@code athanor.kit.results} says otherwise
     * @return the table, of one dialect for each file
     * @throws IOException if the files cannot be read
     */
    public static CompatibilityTable read(Path directory) throws IOException {
        Map<String, Properties> dialects = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".properties"))
                    .toList()) {
                Properties results = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    results.load(reader);
                }
                dialects.put(results.getProperty("dialect"), results);
            }
        }
        return new CompatibilityTable(dialects);
    }

    /**
     * Return the dialects.
     *
     * @return their names in order
     */
    public List<String> dialects() {
        return List.copyOf(dialects.keySet());
    }

    /**
     * Return how many tests ran, passed or not, on a dialect.
     *
     * @param dialect its name
     * @return the number
     */
    public int executions(String dialect) {
        int[] counts = counts(value(dialect, "all"));
        return counts[0] + counts[1] + counts[2];
    }

    /**
     * Return how many tests failed on a dialect.
     *
     * @param dialect its name
     * @return the number
     */
    public int failures(String dialect) {
        return counts(value(dialect, "all"))[2];
    }

    /**
     * Return the results of one dialect for a terminal.
     *
     * @param dialect its name
     * @return lines of text
     */
    public String text(String dialect) {
        StringBuilder text = new StringBuilder();
        text.append("Compliance of dialect [%s]: %s%n".formatted(dialect, words(counts(value(dialect, "all")))));
        for (Capability capability : Capability.values()) {
            String value = value(dialect, capability.name());
            text.append(
                    "  %-28s %-4s %s%n".formatted(capability, isDeclared(value) ? "yes" : "no", words(counts(value))));
        }
        return text.toString();
    }

    /**
     * Return the results of one dialect for a page.
     *
     * @param dialect its name
     * @return what came of all tests and of those of each capability, by its name, in order
     */
    public Map<String, String> cells(String dialect) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("all tests", words(counts(value(dialect, "all"))));
        for (Capability capability : Capability.values()) {
            String value = value(dialect, capability.name());
            cells.put("`" + capability + "`", (isDeclared(value) ? "**yes**: " : "no: ") + words(counts(value)));
        }
        return cells;
    }

    private String value(String dialect, String key) {
        Properties results = dialects.get(dialect);
        String value = results == null ? null : results.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException("There is no result [%s] of dialect [%s]".formatted(key, dialect));
        }
        return value;
    }

    private static boolean isDeclared(String value) {
        return value.startsWith("yes");
    }

    /** Passed, skipped, failed. */
    private static int[] counts(String value) {
        String[] words = value.replaceFirst("^(yes|no) ", "").split(" ", -1);
        return Stream.of(words).mapToInt(Integer::parseInt).toArray();
    }

    private static String words(int[] counts) {
        String text = counts[0] + " passed";
        text += counts[1] == 0 ? "" : ", " + counts[1] + " skipped";
        return text + (counts[2] == 0 ? "" : ", " + counts[2] + " failed");
    }
}
