package io.athanor.tests.benchmark;

import static io.athanor.orm.Orm.joinedLoad;
import static io.athanor.orm.Orm.selectinLoad;
import static io.athanor.sql.Sql.func;

import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.tests.family.Child;
import io.athanor.tests.family.Child_;
import io.athanor.tests.family.Parent;
import io.athanor.tests.family.Parent_;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Units of work whose cost is watched: of {@link #COUNT} objects, or of as many with ten children each. */
enum Load {
    INSERT(Load.COUNT) {
        @Override
        void run(SessionFactory sessions) {
            List<Gauge> gauges = gauges();
            try (Session session = sessions.open()) {
                session.addAll(gauges);
                session.flush();
            }
        }
    },
    LOAD(Load.COUNT) {
        @Override
        void run(SessionFactory sessions) {
            sessions.transaction(session -> session.query(Gauge.class).all());
        }
    },
    GET(Load.COUNT) {
        @Override
        void run(SessionFactory sessions) {
            sessions.transaction(Load::getAll);
        }
    },
    GET_AGAIN(Load.AGAIN * Load.COUNT) {
        @Override
        void run(SessionFactory sessions) {
            sessions.transaction(session -> {
                List<Gauge> held = session.query(Gauge.class).all();
                for (int i = 0; i < AGAIN; i++) {
                    getAll(session);
                }
                Reference.reachabilityFence(held);
            });
        }
    },
    CHANGE(Load.COUNT) {
        @Override
        void run(SessionFactory sessions) {
            sessions.transaction(
                    session -> session.query(Gauge.class).all().forEach(gauge -> gauge.setLevel(gauge.getLevel() + 1)));
        }
    },
    JOINED(Load.CHILDREN) {
        @Override
        void run(SessionFactory sessions) {
            sessions.transaction(session -> count(session.query(Parent.class)
                    .options(joinedLoad(Parent_.children))
                    .all()));
        }
    },
    SELECT_IN(Load.CHILDREN) {
        @Override
        void run(SessionFactory sessions) {
            sessions.transaction(session -> count(session.query(Parent.class)
                    .options(selectinLoad(Parent_.children))
                    .all()));
        }
    },
    LAZY(Load.CHILDREN) {
        @Override
        void run(SessionFactory sessions) {
            sessions.transaction(session -> count(session.query(Parent.class).all()));
        }
    },
    PROJECTION(1) {
        @Override
        void run(SessionFactory sessions) {
            sessions.transaction(session -> session.query(
                            Parent_.name, func.count(Parent_.id).label("count"))
                    .groupBy(Parent_.name)
                    .into(Tally.class)
                    .all());
        }
    },
    BUILD_AND_RUN(Load.COUNT) {
        @Override
        void run(SessionFactory sessions) {
            sessions.transaction(session -> {
                for (int n = 1; n <= COUNT; n++) {
                    session.query(Parent_.name, Child_.name)
                            .join(Parent_.children)
                            .filter(
                                    Parent_.name.ne("none"),
                                    Child_.name.like("c%"),
                                    Child_.id.gt(n % 10),
                                    Parent_.id.in(n, n + 1, n + 2))
                            .orderBy(Parent_.name, Child_.name)
                            .limit(10)
                            .all();
                }
            });
        }
    },
    DELETE(Load.COUNT) {
        @Override
        void run(SessionFactory sessions) {
            try (Session session = sessions.open()) {
                session.query(Gauge.class).all().forEach(session::delete);
                session.flush();
            }
        }
    };

    static final int COUNT = 100;
    static final int CHILDREN = 10 * COUNT;
    private static final int AGAIN = 100;

    private final int operations;

    Load(int operations) {
        this.operations = operations;
    }

    /** How many things it does, all of them alike. */
    int operations() {
        return operations;
    }

    abstract void run(SessionFactory sessions);

    static List<Gauge> gauges() {
        return IntStream.rangeClosed(1, COUNT)
                .mapToObj(n -> new Gauge("gauge", n))
                .toList();
    }

    static List<Parent> family() {
        List<Parent> parents = new ArrayList<>();
        for (int p = 0; p < COUNT; p++) {
            Parent parent = new Parent("odd");
            IntStream.range(0, 10).forEach(c -> parent.getChildren().add(new Child("c" + c)));
            parents.add(parent);
        }
        return parents;
    }

    private static void getAll(Session session) {
        for (int id = 1; id <= COUNT; id++) {
            session.getOne(Gauge.class, id);
        }
    }

    private static void count(List<Parent> parents) {
        long count = parents.stream()
                .mapToLong(parent -> parent.getChildren().size())
                .sum();
        if (count != CHILDREN) {
            throw new IllegalStateException("[%d] children were found".formatted(count));
        }
    }
}
