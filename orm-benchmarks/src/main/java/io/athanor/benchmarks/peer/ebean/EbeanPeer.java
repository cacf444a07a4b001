package io.athanor.benchmarks.peer.ebean;

import io.athanor.benchmarks.peer.Peer;
import io.athanor.benchmarks.peer.Person;
import io.athanor.benchmarks.peer.Platform;
import io.ebean.Database;
import io.ebean.DatabaseFactory;
import io.ebean.FetchConfig;
import io.ebean.Transaction;
import io.ebean.config.DatabaseConfig;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/** Ebean. */
public final class EbeanPeer implements Peer {
    private final Database database;
    private final boolean canBatchInserts;

    /** A group of users. */
    public static final class ByAge {
        private int age;
        private long count;
        private BigDecimal balance = BigDecimal.ZERO;
        private String name = "";

        /** Their age. */
        public void setAge(int age) {
            this.age = age;
        }

        /** How many. */
        public void setCount(long count) {
            this.count = count;
        }

        /** What they have. */
        public void setBalance(BigDecimal balance) {
            this.balance = balance;
        }

        /** The last name. */
        public void setName(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return age + " " + count + " " + balance + " " + name;
        }
    }

    /** Create the peer, which maps more classes than it uses. */
    public EbeanPeer(DataSource source, Platform platform, Class<?>... more) {
        // The driver of SQLite tells no keys of a batch.
        canBatchInserts = platform == Platform.H2;
        DatabaseConfig config = new DatabaseConfig();
        config.setName("bench");
        config.setDataSource(source);
        config.setDefaultServer(false);
        config.setRegister(false);
        config.setDdlGenerate(false);
        config.setDdlRun(false);
        config.addClass(User.class);
        config.addClass(Address.class);
        for (Class<?> each : more) {
            config.addClass(each);
        }
        database = DatabaseFactory.create(config);
    }

    @Override
    public String name() {
        return "ebean";
    }

    private long unit(LongSupplier work) {
        try (Transaction transaction = database.beginTransaction()) {
            long value = work.getAsLong();
            transaction.commit();
            return value;
        }
    }

    @Override
    public long insert(List<Person> people) {
        List<User> users = new ArrayList<>(people.size());
        for (Person person : people) {
            users.add(new User(person.name(), person.fullname(), person.age(), person.created(), person.balance()));
        }
        try (Transaction transaction = database.beginTransaction()) {
            transaction.setBatchMode(canBatchInserts);
            transaction.setBatchSize(100);
            // Not saveAll, which makes a batch in any case.
            users.forEach(database::save);
            transaction.commit();
        }
        return users.stream().filter(user -> user.getId() != null).count();
    }

    private List<User> all() {
        return database.find(User.class).findList();
    }

    @Override
    public long load() {
        return unit(() -> all().stream().mapToLong(User::getAge).sum());
    }

    @Override
    public long get(int users) {
        return unit(() -> sum(users));
    }

    private long sum(int users) {
        long sum = 0;
        for (int id = 1; id <= users; id++) {
            sum += Objects.requireNonNull(database.find(User.class, id)).getAge();
        }
        return sum;
    }

    @Override
    public long getAgain(int users, Runnable start, Runnable stop) {
        return unit(() -> {
            List<User> held = all();
            start.run();
            long sum = sum(users);
            stop.run();
            return held.isEmpty() ? -1 : sum;
        });
    }

    @Override
    public long change(int divisor) {
        try (Transaction transaction = database.beginTransaction()) {
            transaction.setBatchMode(true);
            transaction.setBatchSize(100);
            List<User> changed = new ArrayList<>();
            for (User user : all()) {
                if (Objects.requireNonNull(user.getId()) % divisor == 0) {
                    user.setAge(user.getAge() + 1);
                    changed.add(user);
                }
            }
            database.saveAll(changed);
            transaction.commit();
            return changed.size();
        }
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
        return unit(() -> lengths(database.find(User.class)
                .fetch("addresses")
                .where()
                .le("id", users)
                .findList()));
    }

    @Override
    public long selectIn(int users) {
        return unit(() -> lengths(database.find(User.class)
                .fetch("addresses", FetchConfig.ofQuery(500))
                .where()
                .le("id", users)
                .findList()));
    }

    @Override
    public long lazy(int users) {
        return unit(() -> lengths(database.find(User.class)
                .setLazyLoadBatchSize(1)
                .where()
                .le("id", users)
                .findList()));
    }

    @Override
    public long lazyBatched(int users) {
        return unit(() -> lengths(database.find(User.class)
                .setLazyLoadBatchSize(500)
                .where()
                .le("id", users)
                .findList()));
    }

    @Override
    public long project() {
        return unit(() -> database
                .findDto(
                        ByAge.class,
                        "select age, count(*) as count, sum(balance) as balance, max(name) as name"
                                + " from users group by age")
                .findList()
                .stream()
                .mapToLong(group -> group.age + group.count)
                .sum());
    }

    @Override
    public long query(int times) {
        return unit(() -> {
            long found = 0;
            for (int n = 1; n <= times; n++) {
                found += database.find(Address.class)
                        .select("email")
                        .fetch("user", "name")
                        .where()
                        .ge("user.age", n % 10)
                        .lt("user.balance", BigDecimal.valueOf(500))
                        .like("email", "name%")
                        .in("user.id", List.of(n, n + 1, n + 2))
                        .orderBy("user.name, email")
                        .setMaxRows(10)
                        .findList()
                        .size();
            }
            return found;
        });
    }

    @Override
    public long delete() {
        try (Transaction transaction = database.beginTransaction()) {
            transaction.setBatchMode(true);
            transaction.setBatchSize(100);
            List<User> users = all();
            database.deleteAll(users);
            transaction.commit();
            return users.size();
        }
    }

    @Override
    public Held hold() {
        Transaction transaction = database.beginTransaction();
        List<User> users = all();
        return new Held() {
            @Override
            public Object objects() {
                return users;
            }

            @Override
            public void close() {
                transaction.close();
            }
        };
    }

    @Override
    public void close() {
        database.shutdown(false, false);
    }
}
