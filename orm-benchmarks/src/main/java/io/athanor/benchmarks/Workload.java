package io.athanor.benchmarks;

import io.athanor.benchmarks.peer.Peer;
import io.athanor.benchmarks.peer.Person;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/** A unit of work that every library carries out. */
enum Workload {
    W1("insert, keys back", Before.EMPTY) {
        @Override
        long run(Peer peer, Size size, Meter meter) throws Exception {
            List<Person> people = IntStream.rangeClosed(1, size.users())
                    .mapToObj(Person::number)
                    .toList();
            return measured(meter, () -> peer.insert(people));
        }
    },
    W2("load", Before.TOUCH) {
        @Override
        long run(Peer peer, Size size, Meter meter) throws Exception {
            return measured(meter, peer::load);
        }
    },
    W3("get by key", Before.TOUCH) {
        @Override
        long run(Peer peer, Size size, Meter meter) throws Exception {
            return measured(meter, () -> peer.get(size.users()));
        }
    },
    W3b("get again", Before.TOUCH) {
        @Override
        long run(Peer peer, Size size, Meter meter) throws Exception {
            return peer.getAgain(size.users(), meter::start, meter::stop);
        }
    },
    W4a("change 1 %", Before.FILL) {
        @Override
        long run(Peer peer, Size size, Meter meter) throws Exception {
            return measured(meter, () -> peer.change(100));
        }
    },
    W4b("change 100 %", Before.FILL) {
        @Override
        long run(Peer peer, Size size, Meter meter) throws Exception {
            return measured(meter, () -> peer.change(1));
        }
    },
    W5a("load with a join", Before.TOUCH) {
        @Override
        long run(Peer peer, Size size, Meter meter) throws Exception {
            return measured(meter, () -> peer.joined(size.owners()));
        }
    },
    W5b("load with a second query", Before.TOUCH) {
        @Override
        long run(Peer peer, Size size, Meter meter) throws Exception {
            return measured(meter, () -> peer.selectIn(size.owners()));
        }
    },
    W6("load lazily", Before.TOUCH) {
        @Override
        long run(Peer peer, Size size, Meter meter) throws Exception {
            return measured(meter, () -> peer.lazy(size.owners()));
        }
    },
    W6b("load lazily in batches", Before.TOUCH) {
        @Override
        long run(Peer peer, Size size, Meter meter) throws Exception {
            return measured(meter, () -> peer.lazyBatched(size.owners()));
        }

        @Override
        long runBaseline(Peer jdbc, Size size, Meter meter) throws Exception {
            return measured(meter, () -> jdbc.lazy(size.owners()));
        }
    },
    W7("grouped projection", Before.TOUCH) {
        @Override
        long run(Peer peer, Size size, Meter meter) throws Exception {
            return measured(meter, peer::project);
        }
    },
    W8("build and run a SELECT", Before.TOUCH) {
        @Override
        long run(Peer peer, Size size, Meter meter) throws Exception {
            return measured(meter, () -> peer.query(size.queries()));
        }
    },
    W9("load and delete each", Before.FILL_USERS) {
        @Override
        long run(Peer peer, Size size, Meter meter) throws Exception {
            return measured(meter, peer::delete);
        }
    };

    private final String title;
    private final Before before;

    Workload(String title, Before before) {
        this.title = title;
        this.before = before;
    }

    /** How large the tables are, and how often a statement is built. */
    record Size(int users, int owners, int queries) {}

    /** What the tables are brought to. */
    private enum Before {
        EMPTY,
        TOUCH,
        FILL,
        FILL_USERS
    }

    /** Part of a unit that is measured. */
    @FunctionalInterface
    private interface Part {
        long run() throws Exception;
    }

    String title() {
        return title;
    }

    boolean isWriting() {
        return before != Before.TOUCH;
    }

    /** Bring the tables to where the unit begins; not measured. */
    void prepare(Data data) throws SQLException {
        switch (before) {
            case EMPTY -> data.empty();
            case TOUCH -> data.touch();
            case FILL -> data.fill(true);
            case FILL_USERS -> data.fill(false);
        }
    }

    /** Run the unit; the result must be the same for every peer. */
    abstract long run(Peer peer, Size size, Meter meter) throws Exception;

    /** Run what the others are compared with. */
    long runBaseline(Peer jdbc, Size size, Meter meter) throws Exception {
        return run(jdbc, size, meter);
    }

    private static long measured(Meter meter, Part part) throws Exception {
        meter.start();
        long result = part.run();
        meter.stop();
        return result;
    }
}
