package io.athanor.benchmarks;

import io.athanor.benchmarks.peer.Platform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Prints one line for each figure, then a table. System properties: {@code bench.only}, names of workloads; {@code
 * bench.peers}, names of peers beside JDBC; {@code bench.databases}, names of databases; {@code bench.quick}, fewer rounds; {@code bench.rounds}, how many; {@code
 * bench.clock}, {@code cpu} for the time of the thread instead of that of the wall; {@code bench.tiny}, one round of a few rows, to see that everything still runs.
 */
public final class BenchmarkMain {
    private static final Workload.Size WHOLE = new Workload.Size(10_000, 1_000, 900);
    private static final Workload.Size TINY = new Workload.Size(40, 20, 10);

    private BenchmarkMain() {}

    /** Run. */
    public static void main(String[] arguments) throws Exception {
        boolean isTiny = Boolean.getBoolean("bench.tiny");
        boolean isQuick = isTiny || Boolean.getBoolean("bench.quick");
        int rounds = Integer.getInteger("bench.rounds", isTiny ? 1 : isQuick ? 7 : 25);
        Set<String> only = names("bench.only");
        Set<String> databases = names("bench.databases");
        List<Figure> figures = new ArrayList<>();
        for (Platform platform : Platform.values()) {
            if (!databases.isEmpty() && !databases.contains(platform.key())) {
                continue;
            }
            try (Course course = new Course(platform, isTiny ? TINY : WHOLE, names("bench.peers"))) {
                for (Workload workload : Workload.values()) {
                    if (only.isEmpty() || only.contains(workload.name())) {
                        course.run(workload, isTiny ? 0 : isQuick ? 5 : 15, rounds, figure -> {
                            figures.add(figure);
                            if (!isTiny) {
                                System.out.println(figure);
                            }
                        });
                    }
                }
            }
        }
        if (isTiny) {
            System.out.println(
                    "benchmarks: [" + figures.size() + "] figures taken of tiny tables, to see that all run");
        } else {
            System.out.println();
            System.out.print(table(figures));
        }
    }

    private static Set<String> names(String property) {
        return Arrays.stream(System.getProperty(property, "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Ratios to JDBC, a row for each workload and database, a column for each peer. */
    private static String table(List<Figure> figures) {
        List<String> peers = figures.stream()
                .map(Figure::peer)
                .distinct()
                .filter(peer -> !peer.equals("jdbc"))
                .toList();
        StringBuilder text = new StringBuilder("| workload | database | jdbc ms |");
        peers.forEach(peer -> text.append(' ').append(peer).append(" |"));
        text.append("\n|---|---|---|").append("---|".repeat(peers.size())).append('\n');
        for (Figure jdbc : figures) {
            if (!jdbc.peer().equals("jdbc")) {
                continue;
            }
            text.append(String.format(
                    Locale.ROOT,
                    "| %s %s | %s | %.2f |",
                    jdbc.workload(),
                    Workload.valueOf(jdbc.workload()).title(),
                    jdbc.database(),
                    jdbc.millis()));
            for (String peer : peers) {
                text.append(' ')
                        .append(figures.stream()
                                .filter(figure -> figure.peer().equals(peer)
                                        && figure.workload().equals(jdbc.workload())
                                        && figure.database().equals(jdbc.database()))
                                .map(figure -> String.format(Locale.ROOT, "%.2f", figure.ratio()))
                                .findFirst()
                                .orElse("–"))
                        .append(" |");
            }
            text.append('\n');
        }
        return text.toString();
    }
}
