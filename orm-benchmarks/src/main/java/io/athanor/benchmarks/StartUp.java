package io.athanor.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * W11: how long a library takes from its first class to its first result, in a JVM of its own each time. The driver is there
 * already, and the tables are.
 */
final class StartUp {
    private static final int MANY = 200;
    private static final List<String> PEERS = List.of("jdbc", "athanor", "hibernate", "ebean", "jooq", "jdbi");
    private static final List<String> MAPPING = List.of("athanor", "hibernate", "ebean");

    private StartUp() {}

    /** What a peer took; -1 for what it does not do. */
    record Began(String peer, long two, long many) {
        @Override
        public String toString() {
            String rest = many < 0 ? "" : ", %d ms with %d".formatted(many, MANY);
            return "W11 sqlite %s %d ms with 2 classes%s".formatted(peer, two, rest);
        }
    }

    static List<Began> measure(Set<String> peers, int rounds) throws IOException, InterruptedException {
        List<Began> all = new ArrayList<>();
        try (ManyClasses classes = ManyClasses.compile(MANY - 2)) {
            for (String peer : PEERS) {
                if (peer.equals("jdbc") || peers.isEmpty() || peers.contains(peer)) {
                    long many = MAPPING.contains(peer) ? median(peer, classes.folder(), rounds) : -1;
                    all.add(new Began(peer, median(peer, null, rounds), many));
                }
            }
        }
        return all;
    }

    private static long median(String peer, @Nullable Path classes, int rounds)
            throws IOException, InterruptedException {
        long[] millis = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            millis[i] = once(peer, classes);
        }
        Arrays.sort(millis);
        return millis[rounds / 2];
    }

    private static long once(String peer, @Nullable Path classes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            boolean isForOne = argument.startsWith("-javaagent") && !peer.equals("ebean");
            if (!isForOne && !argument.startsWith("-Dbench") && !argument.startsWith("-XX:StartFlight")) {
                command.add(argument);
            }
        }
        String path = System.getProperty("java.class.path");
        command.add("-cp");
        command.add(classes == null ? path : path + System.getProperty("path.separator") + classes);
        command.add(StartUpMain.class.getName());
        command.add(peer);
        command.add(Integer.toString(classes == null ? 0 : MANY - 2));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IllegalStateException("%s did not start: %s".formatted(peer, told));
        }
        return Long.parseLong(told.strip().substring(told.strip().lastIndexOf('\n') + 1));
    }
}
