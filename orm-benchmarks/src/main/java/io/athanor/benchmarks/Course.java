package io.athanor.benchmarks;

import io.athanor.benchmarks.peer.AthanorPeer;
import io.athanor.benchmarks.peer.JdbcPeer;
import io.athanor.benchmarks.peer.JdbiPeer;
import io.athanor.benchmarks.peer.JooqPeer;
import io.athanor.benchmarks.peer.OneConnection;
import io.athanor.benchmarks.peer.Peer;
import io.athanor.benchmarks.peer.Platform;
import io.athanor.benchmarks.peer.ebean.EbeanPeer;
import io.athanor.benchmarks.peer.hibernate.HibernatePeer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** All peers over one connection of one database; runs workloads round by round. */
final class Course implements AutoCloseable {
    private final Platform platform;
    private final Workload.Size size;
    private final Data data;
    private final List<Peer> peers = new ArrayList<>();

    /** Those who are compared with JDBC. */
    private static final Map<String, Maker> OTHERS = new LinkedHashMap<>();

    static {
        OTHERS.put("athanor", (source, platform) -> new AthanorPeer(source, platform));
        OTHERS.put("hibernate", (source, platform) -> new HibernatePeer(source, platform));
        OTHERS.put("ebean", (source, platform) -> new EbeanPeer(source, platform));
        OTHERS.put("jooq", JooqPeer::new);
        OTHERS.put("jdbi", JdbiPeer::new);
    }

    /** Makes a peer. */
    @FunctionalInterface
    private interface Maker {
        Peer make(OneConnection source, Platform platform) throws Exception;
    }

    /** Open the database; of the peers beside JDBC those that are wanted, or all if none is named. */
    Course(Platform platform, Workload.Size size, Set<String> wanted) throws Exception {
        this.platform = platform;
        this.size = size;
        this.data = new Data(platform, size.users(), size.owners());
        OneConnection source = data.source();
        peers.add(new JdbcPeer(source, platform));
        for (Map.Entry<String, Maker> other : OTHERS.entrySet()) {
            if (wanted.isEmpty() || wanted.contains(other.getKey())) {
                peers.add(other.getValue().make(source, platform));
            }
        }
    }

    /** Run one workload through all who can; the order rotates, so that nobody always follows the same. */
    void run(Workload workload, int warmups, int rounds, Consumer<Figure> report) throws Exception {
        List<Peer> able = check(workload);
        Map<Peer, List<Meter.Sample>> samples = new LinkedHashMap<>();
        List<Meter.Sample> jdbc = new ArrayList<>();
        able.forEach(peer -> samples.put(peer, peer == peers.get(0) ? jdbc : new ArrayList<>()));
        List<Peer> order = new ArrayList<>(able);
        for (int round = -warmups; round < rounds; round++) {
            for (Peer peer : order) {
                Meter meter = new Meter();
                workload.prepare(data);
                measure(workload, peer, meter);
                if (round >= 0) {
                    Objects.requireNonNull(samples.get(peer)).add(meter.sample());
                }
            }
            Collections.rotate(order, 1);
        }
        samples.forEach(
                (peer, own) -> report.accept(Figure.of(workload.name(), platform.key(), peer.name(), own, jdbc)));
    }

    private long measure(Workload workload, Peer peer, Meter meter) throws Exception {
        return peer == peers.get(0) ? workload.runBaseline(peer, size, meter) : workload.run(peer, size, meter);
    }

    /** Leave out who has no counterpart, and refuse to time who does not do the same. */
    private List<Peer> check(Workload workload) throws Exception {
        if (!workload.isWriting()) {
            data.fill(true);
        }
        List<Peer> able = new ArrayList<>();
        long expected = 0;
        long expectedState = 0;
        for (Peer peer : peers) {
            workload.prepare(data);
            long result;
            try {
                result = measure(workload, peer, new Meter());
            } catch (UnsupportedOperationException none) {
                continue;
            }
            long state = data.state();
            if (able.isEmpty()) {
                expected = result;
                expectedState = state;
            } else if (result != expected || state != expectedState) {
                throw new IllegalStateException("%s on %s: %s gave [%d], state [%d]; jdbc gave [%d], state [%d]"
                        .formatted(workload, platform.key(), peer.name(), result, state, expected, expectedState));
            }
            able.add(peer);
        }
        return able;
    }

    Workload.Size size() {
        return size;
    }

    List<Peer> peers() {
        return peers;
    }

    Data data() {
        return data;
    }

    @Override
    public void close() throws Exception {
        for (Peer peer : peers) {
            peer.close();
        }
        data.close();
    }
}
