package io.athanor.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What a run has found: printed line by line, as a table at the end, and as a page of the documentation. */
final class Report {
    private final List<Figure> figures = new ArrayList<>();
    private final List<Retention.Kept> kept = new ArrayList<>();
    private final List<StartUp.Began> began = new ArrayList<>();
    private final List<Growth.Step> steps = new ArrayList<>();

    private final List<Streaming.Heap> heaps = new ArrayList<>();
    private final boolean isQuiet;

    /** A report that prints each figure as it comes, unless it is quiet. */
    Report(boolean isQuiet) {
        this.isQuiet = isQuiet;
    }

    void add(Figure figure) {
        figures.add(figure);
        if (!isQuiet) {
            System.out.println(figure);
        }
    }

    void addKept(List<Retention.Kept> all) {
        kept.addAll(all);
        all.forEach(System.out::println);
    }

    void addBegan(List<StartUp.Began> all) {
        began.addAll(all);
        all.forEach(System.out::println);
    }

    void addHeaps(List<Streaming.Heap> all) {
        heaps.addAll(all);
        all.forEach(System.out::println);
    }

    void addSteps(List<Growth.Step> all) {
        steps.addAll(all);
        all.forEach(System.out::println);
    }

    int size() {
        return figures.size();
    }

    /** All that was measured, as tables. */
    String tables() {
        StringBuilder text = new StringBuilder();
        if (!figures.isEmpty()) {
            text.append(ratios());
        }
        if (!kept.isEmpty()) {
            text.append("\n| W10 | bytes per managed object |\n|---|---|\n");
            kept.forEach(each -> text.append("| %s | %d |\n".formatted(each.peer(), each.bytes())));
        }
        if (!began.isEmpty()) {
            text.append("\n| W11 | ms to the first result, 2 classes | 200 classes |\n|---|---|---|\n");
            began.forEach(each -> text.append("| %s | %d | %s |\n"
                    .formatted(each.peer(), each.two(), each.many() < 0 ? "–" : Long.toString(each.many()))));
        }
        if (!steps.isEmpty()) {
            text.append("\n| rows (SQLite) | unit | µs per row |\n|---|---|---|\n");
            steps.forEach(each -> text.append(
                    String.format(Locale.ROOT, "| %,d | %s | %.2f |\n", each.rows(), each.workload(), each.micros())));
        }
        if (!heaps.isEmpty()) {
            text.append("\n| rows streamed (SQLite, `yieldPer(1000)`) | MB of the heap in use |\n|---|---|\n");
            heaps.forEach(
                    each -> text.append(String.format(Locale.ROOT, "| %,d | %d |\n", each.rows(), each.megabytes())));
        }
        return text.toString();
    }

    /** Ratios to JDBC, a row for each workload and database, a column for each peer. */
    private String ratios() {
        List<String> peers = figures.stream()
                .map(Figure::peer)
                .distinct()
                .filter(peer -> !peer.equals("jdbc"))
                .toList();
        StringBuilder text = new StringBuilder("| workload | database | jdbc ms |");
        peers.forEach(peer -> text.append(' ').append(peer).append(" |"));
        text.append("\n|---|---|---|").append("---|".repeat(peers.size())).append('\n');
        for (Figure jdbc : figures) {
            if (jdbc.peer().equals("jdbc")) {
                text.append(String.format(
                        Locale.ROOT,
                        "| %s %s | %s | %.2f |",
                        jdbc.workload(),
                        Workload.valueOf(jdbc.workload()).title(),
                        jdbc.database(),
                        jdbc.millis()));
                peers.forEach(peer -> text.append(' ').append(ratio(jdbc, peer)).append(" |"));
                text.append('\n');
            }
        }
        return text.toString();
    }

    private String ratio(Figure jdbc, String peer) {
        return figures.stream()
                .filter(figure -> figure.peer().equals(peer)
                        && figure.workload().equals(jdbc.workload())
                        && figure.database().equals(jdbc.database()))
                .map(figure -> String.format(Locale.ROOT, "%.2f", figure.ratio()))
                .findFirst()
                .orElse("–");
    }

    /** Write the page: what was measured where, and what the profiles have shown. */
    void write(Path page, int rounds) throws IOException {
        String text = resource("page.md")
                .replace("{java}", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"))
                .replace("{cores}", Integer.toString(Runtime.getRuntime().availableProcessors()))
                .replace("{clock}", Meter.clock())
                .replace("{rounds}", Integer.toString(rounds))
                .replace("{tables}", tables().strip());
        Files.writeString(page, text);
        System.out.println("\nwritten: " + page.normalize());
    }

    private static String resource(String name) throws IOException {
        try (InputStream text = Objects.requireNonNull(Report.class.getResourceAsStream(name))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
