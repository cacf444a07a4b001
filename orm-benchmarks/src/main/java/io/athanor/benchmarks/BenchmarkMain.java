package io.athanor.benchmarks;

import io.athanor.benchmarks.peer.Platform;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Prints one line for each figure, then tables, and writes the page about performance if nothing was left out. System
 * properties: {@code bench.only}, names of workloads; {@code bench.peers}, names of peers beside JDBC; {@code
 * bench.databases}, names of databases; {@code bench.quick}, fewer rounds; {@code bench.rounds}, how many; {@code bench.growth},
 * tables of up to a million rows, and ten million streamed, as well; {@code bench.clock}, {@code cpu} for the time of the thread instead of that of the
 * wall; {@code bench.report}, where the page is; {@code bench.tiny}, one round of a few rows, to see that everything still runs.
 */
public final class BenchmarkMain {
    private static final Workload.Size WHOLE = new Workload.Size(10_000, 1_000, 900);
    private static final Workload.Size TINY = new Workload.Size(40, 20, 10);

    private final boolean isTiny = Boolean.getBoolean("bench.tiny");
    private final boolean isQuick = isTiny || Boolean.getBoolean("bench.quick");
    private final int rounds = Integer.getInteger("bench.rounds", isTiny ? 1 : isQuick ? 7 : 25);
    private final Set<String> only = names("bench.only");
    private final Set<String> peers = names("bench.peers");
    private final Set<String> databases = names("bench.databases");
    private final Report report = new Report(isTiny);

    private BenchmarkMain() {}

    /** Run. */
    public static void main(String[] arguments) throws Exception {
        new BenchmarkMain().run();
    }

    private static Set<String> names(String property) {
        return Arrays.stream(System.getProperty(property, "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    private boolean isWanted(String workload) {
        return only.isEmpty() || only.contains(workload);
    }

    private void run() throws Exception {
        for (Platform platform : Platform.values()) {
            if (databases.isEmpty() || databases.contains(platform.key())) {
                run(platform);
            }
        }
        if (isTiny) {
            System.out.println("benchmarks: [" + report.size() + "] figures taken of tiny tables, to see that all run");
            return;
        }
        if (isWanted("W10")) {
            report.addKept(Retention.measure(peers));
        }
        if (isWanted("W11")) {
            report.addBegan(StartUp.measure(peers, isQuick ? 3 : 7));
        }
        if (Boolean.getBoolean("bench.growth")) {
            report.addSteps(Growth.measure());
            report.addHeaps(Streaming.measure());
        }
        System.out.println();
        System.out.print(report.tables());
        String page = System.getProperty("bench.report", "");
        if (!page.isEmpty() && only.isEmpty() && peers.isEmpty() && databases.isEmpty()) {
            report.write(Path.of(page), rounds);
        }
    }

    private void run(Platform platform) throws Exception {
        try (Course course = new Course(platform, isTiny ? TINY : WHOLE, peers)) {
            for (Workload workload : Workload.values()) {
                if (isWanted(workload.name())) {
                    course.run(workload, isTiny ? 0 : isQuick ? 5 : 15, rounds, report::add);
                }
            }
        }
    }
}
