package io.athanor.benchmarks;

import io.athanor.benchmarks.model.Address;
import io.athanor.benchmarks.model.User;
import io.athanor.benchmarks.peer.Platform;
import io.athanor.engine.Engine;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Whether a session that reads very many objects, some at a time, holds on to none of them. */
final class Streaming {
    private static final int ROWS = 10_000_000;
    private static final int STEP = 1_000_000;
    private static final int PORTION = 1_000;

    private Streaming() {}

    /** How much of the heap was in use after so many rows. */
    record Heap(int rows, long megabytes) {
        @Override
        public String toString() {
            return "streaming sqlite athanor %d rows read, %d MB of the heap in use".formatted(rows, megabytes);
        }
    }

    static List<Heap> measure() throws Exception {
        List<Heap> heaps = new ArrayList<>();
        try (Data data = new Data(Platform.SQLITE, 0, 0);
                Engine engine = Engine.of(data.source(), options -> options.dialect(Platform.SQLITE.key()))) {
            fill(data);
            try (Session session = SessionFactory.of(engine, Registry.of(User.class, Address.class))
                    .open()) {
                int rows = 0;
                for (Iterator<User> users =
                                session.query(User.class).yieldPer(PORTION).iterator();
                        users.hasNext(); ) {
                    users.next();
                    if (++rows % STEP == 0) {
                        heaps.add(new Heap(rows, used()));
                    }
                }
            }
        }
        return heaps;
    }

    private static void fill(Data data) throws Exception {
        try (Statement statement = data.source().real().createStatement()) {
            statement.execute(
                    "insert into users with recursive n(i) as (select 1 union all select i + 1 from n where i < " + ROWS
                            + ") select i, 'name' || i, 'full name', i % 100, '2024-01-01 00:00:00.000', 12.5 from n");
        }
    }

    private static long used() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }
}
