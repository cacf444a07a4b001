package io.athanor.benchmarks.peer;

import static io.athanor.orm.Orm.joinedLoad;
import static io.athanor.orm.Orm.selectinLoad;
import static io.athanor.sql.Sql.func;

import io.athanor.benchmarks.model.Address;
import io.athanor.benchmarks.model.Address_;
import io.athanor.benchmarks.model.User;
import io.athanor.benchmarks.model.User_;
import io.athanor.engine.Engine;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/** This library. */
public final class AthanorPeer implements Peer {
    private final Engine engine;
    private final SessionFactory sessions;
    private final SessionFactory batching;

    /** A group of users. */
    public record ByAge(int age, long count, BigDecimal balance, String name) {}

    /** Create the peer, which maps more classes than it uses. */
    public AthanorPeer(DataSource source, Platform platform, Class<?>... more) {
        engine = Engine.of(source, options -> options.dialect(platform.key()));
        Registry registry = Registry.of(User.class, Address.class).with(more);
        sessions = SessionFactory.of(engine, registry);
        batching = SessionFactory.of(engine, registry, options -> options.batchLazyLoads(true));
    }

    @Override
    public String name() {
        return "athanor";
    }

    @Override
    public long insert(List<Person> people) {
        List<User> users = new ArrayList<>(people.size());
        for (Person person : people) {
            users.add(new User(person.name(), person.fullname(), person.age(), person.created(), person.balance()));
        }
        return sessions.inTransaction(session -> {
            session.addAll(users);
            session.flush();
            return users.stream().filter(user -> user.getId() != null).count();
        });
    }

    @Override
    public long load() {
        return sessions.inTransaction(session -> {
            long sum = 0;
            for (User user : session.query(User.class).all()) {
                sum += user.getAge();
            }
            return sum;
        });
    }

    @Override
    public long get(int users) {
        return sessions.inTransaction(session -> sum(session, users));
    }

    private static long sum(Session session, int users) {
        long sum = 0;
        for (int id = 1; id <= users; id++) {
            sum += session.getOne(User.class, id).getAge();
        }
        return sum;
    }

    @Override
    public long getAgain(int users, Runnable start, Runnable stop) {
        return sessions.inTransaction(session -> {
            List<User> held = session.query(User.class).all();
            start.run();
            long sum = sum(session, users);
            stop.run();
            return held.isEmpty() ? -1 : sum;
        });
    }

    @Override
    public long change(int divisor) {
        return sessions.inTransaction(session -> {
            long changed = 0;
            for (User user : session.query(User.class).all()) {
                if (Objects.requireNonNull(user.getId()) % divisor == 0) {
                    user.setAge(user.getAge() + 1);
                    changed++;
                }
            }
            return changed;
        });
    }

    @Override
    public long joined(int users) {
        return sessions.inTransaction(session -> lengths(session.query(User.class)
                .options(joinedLoad(User_.addresses))
                .filter(User_.id.le(users))
                .all()));
    }

    @Override
    public long selectIn(int users) {
        return sessions.inTransaction(session -> lengths(session.query(User.class)
                .options(selectinLoad(User_.addresses))
                .filter(User_.id.le(users))
                .all()));
    }

    @Override
    public long lazy(int users) {
        return sessions.inTransaction(session -> lazy(session, users));
    }

    @Override
    public long lazyBatched(int users) {
        return batching.inTransaction(session -> lazy(session, users));
    }

    private static long lazy(Session session, int users) {
        return lengths(session.query(User.class).filter(User_.id.le(users)).all());
    }

    private static long lengths(List<User> users) {
        long sum = 0;
        for (User user : users) {
            for (Address address : user.getAddresses()) {
                sum += address.getEmail().length();
            }
        }
        return sum;
    }

    @Override
    public long project() {
        var count = func.count();
        return sessions.inTransaction(session -> session
                .query(
                        User_.age,
                        count.label("count"),
                        func.sum(User_.balance).label("balance"),
                        func.max(User_.name).label("name"))
                .groupBy(User_.age)
                .into(ByAge.class)
                .all()
                .stream()
                .mapToLong(group -> group.age() + group.count())
                .sum());
    }

    @Override
    public long query(int times) {
        return sessions.inTransaction(session -> {
            long found = 0;
            for (int n = 1; n <= times; n++) {
                found += session.query(User_.name, Address_.email)
                        .join(Address_.entity(), Address_.userId.eq(User_.id))
                        .filter(
                                User_.age.ge(n % 10),
                                User_.balance.lt(BigDecimal.valueOf(500)),
                                Address_.email.like("name%"),
                                User_.id.in(n, n + 1, n + 2))
                        .orderBy(User_.name, Address_.email)
                        .limit(10)
                        .all()
                        .size();
            }
            return found;
        });
    }

    @Override
    public long delete() {
        return sessions.inTransaction(session -> {
            List<User> users = session.query(User.class).all();
            users.forEach(session::delete);
            return (long) users.size();
        });
    }

    @Override
    public Held hold() {
        Session session = sessions.open();
        List<User> users = session.query(User.class).all();
        return new Held() {
            @Override
            public Object objects() {
                return users;
            }

            @Override
            public void close() {
                session.close();
            }
        };
    }

    @Override
    public void close() {
        engine.close();
    }
}
