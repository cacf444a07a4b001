package io.athanor.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What one peer took for one workload on one database, over all rounds. */
record Figure(String workload, String database, String peer, double millis, double[] ratios, long kilobytes) {
    static Figure of(String workload, String database, String peer, List<Meter.Sample> own, List<Meter.Sample> jdbc) {
        double[] ratios = new double[own.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = (double) own.get(i).nanos() / Math.max(1, jdbc.get(i).nanos());
        }
        Arrays.sort(ratios);
        double[] millis = own.stream()
                .mapToDouble(sample -> sample.nanos() / 1e6)
                .sorted()
                .toArray();
        long[] bytes = own.stream().mapToLong(Meter.Sample::bytes).sorted().toArray();
        return new Figure(workload, database, peer, quantile(millis, 0.5), ratios, bytes[bytes.length / 2] / 1024);
    }

    double ratio() {
        return quantile(ratios, 0.5);
    }

    /** Of sorted values, between the two nearest. */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s %s %s %.2f ms ratio %.2f (q1 %.2f q3 %.2f) alloc %d KB",
                workload,
                database,
                peer,
                millis,
                ratio(),
                quantile(ratios, 0.25),
                quantile(ratios, 0.75),
                kilobytes);
    }
}
