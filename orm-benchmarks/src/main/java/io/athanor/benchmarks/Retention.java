package io.athanor.benchmarks;

import io.athanor.benchmarks.peer.Peer;
import io.athanor.benchmarks.peer.Platform;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** W10: how many bytes of the heap an object takes that a session has loaded and manages, its values among them. */
final class Retention {
    private static final int COUNT = 100_000;
    private static final int COLLECTIONS = 4;

    private Retention() {}

    /** What an object of a peer takes. */
    record Kept(String peer, long bytes) {
        @Override
        public String toString() {
            return "W10 sqlite %s %d bytes per object".formatted(peer, bytes);
        }
    }

    /** Measure on SQLite, whose driver makes the values anew for each row, so that nobody shares them with the database. */
    static List<Kept> measure(Set<String> peers) throws Exception {
        List<Kept> all = new ArrayList<>();
        try (Course course = new Course(Platform.SQLITE, new Workload.Size(COUNT, 0, 0), peers)) {
            course.data().fill(false);
            for (Peer peer : course.peers()) {
                peer.hold().close();
                all.add(new Kept(peer.name(), bytes(peer)));
            }
        }
        return all;
    }

    private static long bytes(Peer peer) throws Exception {
        long before = used();
        try (Peer.Held held = peer.hold()) {
            long bytes = (used() - before) / COUNT;
            Reference.reachabilityFence(held.objects());
            return bytes;
        }
    }

    private static long used() throws InterruptedException {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
