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
import java.util.concurrent.TimeUnit;

/** Starts one library, with as many more classes as it is told, and prints how many milliseconds the first result took. */
public final class StartUpMain {
    private StartUpMain() {}

    /** Run: the name of a peer, and how many classes of {@link ManyClasses} are mapped beside the usual two. */
    public static void main(String[] arguments) throws Exception {
        String peer = arguments[0];
        int more = Integer.parseInt(arguments[1]);
        try (Data data = new Data(Platform.SQLITE, 1, 0)) {
            data.fill(false);
            long start = System.nanoTime();
            try (Peer started = start(peer, data.source(), ManyClasses.load(peer, more))) {
                long sum = started.load();
                long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
                if (sum <= 0) {
                    throw new IllegalStateException(peer + " found nobody");
                }
                System.out.println(millis);
            }
        }
    }

    private static Peer start(String peer, OneConnection source, Class<?>... more) {
        return switch (peer) {
            case "jdbc" -> new JdbcPeer(source, Platform.SQLITE);
            case "athanor" -> new AthanorPeer(source, Platform.SQLITE, more);
            case "hibernate" -> new HibernatePeer(source, Platform.SQLITE, more);
            case "ebean" -> new EbeanPeer(source, Platform.SQLITE, more);
            case "jooq" -> new JooqPeer(source, Platform.SQLITE);
            case "jdbi" -> new JdbiPeer(source, Platform.SQLITE);
            default -> throw new IllegalArgumentException("Nobody is called [" + peer + "]");
        };
    }
}
