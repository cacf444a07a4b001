package io.athanor.benchmarks.peer.hibernate;

import io.athanor.benchmarks.peer.Peer;
import io.athanor.benchmarks.peer.Person;
import io.athanor.benchmarks.peer.Platform;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.Configuration;

/** Hibernate ORM. */
public final class HibernatePeer implements Peer {
    private final SessionFactory sessions;

    /** A group of users. */
    public record ByAge(int age, long count, BigDecimal balance, String name) {}

    /** Create the peer, which maps more classes than it uses. */
    public HibernatePeer(DataSource source, Platform platform, Class<?>... more) {
        Configuration configuration = new Configuration()
                .addAnnotatedClass(User.class)
                .addAnnotatedClass(Address.class)
                .setProperty("hibernate.jdbc.batch_size", "50")
                .setProperty("hibernate.order_inserts", "true")
                .setProperty("hibernate.order_updates", "true")
                .setProperty("hibernate.hbm2ddl.auto", "none");
        for (Class<?> each : more) {
            configuration.addAnnotatedClass(each);
        }
        if (platform == Platform.SQLITE) {
            configuration.setProperty("hibernate.dialect", "org.hibernate.community.dialect.SQLiteDialect");
        }
        configuration.getProperties().put("hibernate.connection.datasource", source);
        sessions = configuration.buildSessionFactory(new StandardServiceRegistryBuilder()
                .applySettings(configuration.getProperties())
                .build());
    }

    @Override
    public String name() {
        return "hibernate";
    }

    private long unit(ToLongFunction<Session> work) {
        return sessions.fromTransaction(session -> work.applyAsLong(session));
    }

    @Override
    public long insert(List<Person> people) {
        List<User> users = new ArrayList<>(people.size());
        for (Person person : people) {
            users.add(new User(person.name(), person.fullname(), person.age(), person.created(), person.balance()));
        }
        unit(session -> {
            users.forEach(session::persist);
            return 0;
        });
        return users.stream().filter(user -> user.getId() != null).count();
    }

    private static List<User> all(Session session) {
        return session.createSelectionQuery("from User", User.class).getResultList();
    }

    @Override
    public long load() {
        return unit(session -> all(session).stream().mapToLong(User::getAge).sum());
    }

    @Override
    public long get(int users) {
        return unit(session -> sum(session, users));
    }

    private static long sum(Session session, int users) {
        long sum = 0;
        for (int id = 1; id <= users; id++) {
            sum += session.find(User.class, id).getAge();
        }
        return sum;
    }

    @Override
    public long getAgain(int users, Runnable start, Runnable stop) {
        return unit(session -> {
            List<User> held = all(session);
            start.run();
            long sum = sum(session, users);
            stop.run();
            return held.isEmpty() ? -1 : sum;
        });
    }

    @Override
    public long change(int divisor) {
        return unit(session -> {
            long changed = 0;
            for (User user : all(session)) {
                if (Objects.requireNonNull(user.getId()) % divisor == 0) {
                    user.setAge(user.getAge() + 1);
                    changed++;
                }
            }
            return changed;
        });
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
    public long joined(int users) {
        return unit(session -> lengths(
                session.createSelectionQuery("from User u left join fetch u.addresses where u.id <= :last", User.class)
                        .setParameter("last", users)
                        .getResultList()));
    }

    @Override
    public long selectIn(int users) {
        return unit(session -> {
            List<User> found = session.createSelectionQuery("from User u where u.id <= :last", User.class)
                    .setParameter("last", users)
                    .getResultList();
            List<Integer> ids = found.stream().map(User::getId).toList();
            for (int from = 0; from < ids.size(); from += 500) {
                session.createSelectionQuery("from User u left join fetch u.addresses where u.id in :ids", User.class)
                        .setParameterList("ids", ids.subList(from, Math.min(from + 500, ids.size())))
                        .getResultList();
            }
            return lengths(found);
        });
    }

    @Override
    public long lazy(int users) {
        return unit(session -> lengths(session.createSelectionQuery("from User u where u.id <= :last", User.class)
                .setParameter("last", users)
                .getResultList()));
    }

    @Override
    public long project() {
        return unit(session -> session
                .createSelectionQuery(
                        "select u.age, count(u), sum(u.balance), max(u.name) from User u group by u.age", ByAge.class)
                .getResultList()
                .stream()
                .mapToLong(group -> group.age() + group.count())
                .sum());
    }

    @Override
    public long query(int times) {
        return unit(session -> {
            long found = 0;
            for (int n = 1; n <= times; n++) {
                found += session.createSelectionQuery(
                                "select u.name, a.email from User u join u.addresses a where u.age >= :age"
                                        + " and u.balance < :balance and a.email like :email and u.id in :ids"
                                        + " order by u.name, a.email",
                                Object[].class)
                        .setParameter("age", n % 10)
                        .setParameter("balance", BigDecimal.valueOf(500))
                        .setParameter("email", "name%")
                        .setParameterList("ids", List.of(n, n + 1, n + 2))
                        .setMaxResults(10)
                        .getResultList()
                        .size();
            }
            return found;
        });
    }

    @Override
    public long delete() {
        return unit(session -> {
            List<User> users = all(session);
            users.forEach(session::remove);
            return users.size();
        });
    }

    @Override
    public Held hold() {
        Session session = sessions.openSession();
        List<User> users = all(session);
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
        sessions.close();
    }
}
