package io.athanor.tests.kit;

import io.athanor.engine.dialect.Capability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A page in Markdown whose only table tells what the kit found: a row for each capability, a column for each dialect. A run
 * that had some of the dialects renews their columns and leaves the others. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class CompatibilityPage {
    private final Path file;
    private final List<String> words = new ArrayList<>();
    private final Map<String, Map<String, String>> columns = new TreeMap<>();

    private CompatibilityPage(Path file) {
        this.file = file;
    }

    /**
     * Read a page.
     *
     * @param file the page; its text before the table is kept
     * @return what it says
     * @throws IOException if it cannot be read
     */
    public static CompatibilityPage read(Path file) throws IOException {
        CompatibilityPage page = new CompatibilityPage(file);
        List<String> dialects = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            List<String> cells = cells(line);
            if (cells.isEmpty()) {
                page.words.add(line);
            } else if (dialects.isEmpty()) {
                dialects.addAll(cells.subList(1, cells.size()));
                dialects.forEach(dialect -> page.columns.put(dialect, new LinkedHashMap<>()));
            } else {
                for (int i = 0; i < dialects.size(); i++) {
                    page.columns
                            .computeIfAbsent(dialects.get(i), any -> new LinkedHashMap<>())
                            .put(cells.get(0), cells.get(i + 1));
                }
            }
        }
        return page;
    }

    /** The cells of a row of the table, none for other lines. */
    private static List<String> cells(String line) {
        if (!line.startsWith("|")) {
            return List.of();
        }
        String[] cells = line.substring(1, line.lastIndexOf('|')).split("\\|", -1);
        return Stream.of(cells).map(String::strip).toList();
    }

    /**
     * Return in what the page differs from a run.
     *
     * @param run what the kit found; dialects that it did not run on are not compared
     * @return a line for each difference, none if the page is right
     */
    public List<String> differences(CompatibilityTable run) {
        List<String> differences = new ArrayList<>();
        for (String dialect : run.dialects()) {
            Map<String, String> said = columns.getOrDefault(dialect, Map.of());
            run.cells(dialect).forEach((row, found) -> {
                if (!found.equals(said.get(row))) {
                    differences.add("%s, %s: the page says [%s], the run gave [%s]"
                            .formatted(dialect, row, said.get(row), found));
                }
            });
        }
        return differences;
    }

    /**
     * Renew the columns of the dialects of a run.
     *
     * @param run what the kit found
     * @throws IOException if the page cannot be written
     */
    public void write(CompatibilityTable run) throws IOException {
        run.dialects().forEach(dialect -> columns.put(dialect, run.cells(dialect)));
        List<String> lines = new ArrayList<>(words);
        lines.add("| Capability | " + String.join(" | ", columns.keySet()) + " |");
        lines.add("|---".repeat(columns.size() + 1) + "|");
        List<String> rows = new ArrayList<>(List.of("all tests"));
        Stream.of(Capability.values()).forEach(capability -> rows.add("`" + capability + "`"));
        for (String row : rows) {
            StringBuilder line = new StringBuilder("| ").append(row);
            columns.values().forEach(column -> line.append(" | ").append(column.getOrDefault(row, "?")));
            lines.add(line.append(" |").toString());
        }
        Files.write(file, lines);
    }
}
