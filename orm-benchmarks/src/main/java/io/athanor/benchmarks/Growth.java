package io.athanor.benchmarks;

import io.athanor.benchmarks.peer.Peer;
import io.athanor.benchmarks.peer.Platform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether cost grows in line with the number of rows: the same units over tables of different sizes, by this library. */
final class Growth {
    private static final int[] SIZES = {1_000, 10_000, 100_000, 1_000_000};
    private static final List<Workload> UNITS = List.of(Workload.W1, Workload.W2, Workload.W4b, Workload.W9);
    private static final int ROUNDS = 5;

    private Growth() {}

    /** What a row took in a unit over so many. */
    record Step(Workload workload, int rows, double micros) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s sqlite athanor %d rows %.2f us per row", workload, rows, micros);
        }
    }

    static List<Step> measure() throws Exception {
        List<Step> steps = new ArrayList<>();
        for (int size : SIZES) {
            try (Course course = new Course(Platform.SQLITE, new Workload.Size(size, 0, 0), Set.of("athanor"))) {
                Peer athanor = course.peers().get(1);
                for (Workload workload : UNITS) {
                    steps.add(new Step(workload, size, micros(course, workload, athanor, size)));
                }
            }
        }
        return steps;
    }

    /** Small tables are gone over more often first, so that the compiler is as far with all. */
    private static double micros(Course course, Workload workload, Peer peer, int size) throws Exception {
        int warmups = Math.max(1, 100_000 / size);
        double[] micros = new double[size > 100_000 ? 1 : ROUNDS];
        for (int round = -warmups; round < micros.length; round++) {
            if (workload == Workload.W2) {
                course.data().fill(false);
            }
            workload.prepare(course.data());
            Meter meter = new Meter();
            workload.run(peer, course.size(), meter);
            if (round >= 0) {
                micros[round] = meter.sample().nanos() / 1e3 / size;
            }
        }
        Arrays.sort(micros);
        return micros[micros.length / 2];
    }
}
