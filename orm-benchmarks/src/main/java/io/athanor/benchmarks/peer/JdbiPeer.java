package io.athanor.benchmarks.peer;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Jdbi. */
public final class JdbiPeer implements Peer {
    private static final String COLUMNS = "id, name, fullname, age, created, balance";
    private static final int ROWS = 500;

    private final Jdbi jdbi;
    private final boolean hasReturning;

    /** A user. */
    public record User(
            int id,
            String name,
            @Nullable String fullname,
            int age,
            @Nullable LocalDateTime created,
            @Nullable BigDecimal balance) {}

    /** A group of users. */
    public record ByAge(int age, long count, BigDecimal balance, String name) {}

    /** Create the peer. */
    public JdbiPeer(DataSource source, Platform platform) {
        hasReturning = platform == Platform.SQLITE;
        jdbi = Jdbi.create(source)
                .registerRowMapper(User.class, (row, context) -> user(row))
                .registerRowMapper(ConstructorMapper.factory(ByAge.class));
    }

    private User user(ResultSet row) throws SQLException {
        LocalDateTime created;
        if (hasReturning) {
            Timestamp read = row.getTimestamp(5);
            created = read == null ? null : read.toLocalDateTime();
        } else {
            created = row.getObject(5, LocalDateTime.class);
        }
        return new User(
                row.getInt(1), row.getString(2), row.getString(3), row.getInt(4), created, row.getBigDecimal(6));
    }

    @Override
    public String name() {
        return "jdbi";
    }

    private long unit(HandleCallback<Long, SQLException> work) throws SQLException {
        return jdbi.<Long, SQLException>inTransaction(work);
    }

    @Override
    public long insert(List<Person> people) throws SQLException {
        return unit(handle -> {
            String sql = "insert into users (name, fullname, age, created, balance)"
                    + " values (:name, :fullname, :age, :created, :balance)";
            if (hasReturning) {
                long keys = 0;
                for (Person person : people) {
                    keys += handle.createQuery(sql + " returning id")
                            .bindMethods(person)
                            .mapTo(Integer.class)
                            .list()
                            .size();
                }
                return keys;
            }
            PreparedBatch batch = handle.prepareBatch(sql);
            for (Person person : people) {
                batch.bindMethods(person).add();
            }
            return (long)
                    batch.executePreparedBatch("id").mapTo(Integer.class).list().size();
        });
    }

    private static List<User> all(Handle handle) {
        return handle.createQuery("select " + COLUMNS + " from users")
                .mapTo(User.class)
                .list();
    }

    @Override
    public long load() throws SQLException {
        return unit(handle -> all(handle).stream().mapToLong(User::age).sum());
    }

    @Override
    public long get(int users) throws SQLException {
        return unit(handle -> {
            long sum = 0;
            for (int id = 1; id <= users; id++) {
                sum += handle.createQuery("select " + COLUMNS + " from users where id = :id")
                        .bind("id", id)
                        .mapTo(User.class)
                        .one()
                        .age();
            }
            return sum;
        });
    }

    @Override
    public long change(int divisor) throws SQLException {
        return unit(handle -> {
            PreparedBatch batch = handle.prepareBatch("update users set age = :age where id = :id");
            long changed = 0;
            for (User user : all(handle)) {
                if (user.id() % divisor == 0) {
                    batch.bind("age", user.age() + 1).bind("id", user.id()).add();
                    changed++;
                }
            }
            batch.execute();
            return changed;
        });
    }

    private static long lengths(Iterable<? extends List<String>> emails) {
        long sum = 0;
        for (List<String> each : emails) {
            for (String email : each) {
                sum += email.length();
            }
        }
        return sum;
    }

    @Override
    public long joined(int users) throws SQLException {
        String sql = "select u.id, u.name, u.fullname, u.age, u.created, u.balance, a.email from users u"
                + " left join addresses a on a.user_id = u.id where u.id <= :last";
        return unit(handle -> {
            Map<Integer, User> known = new HashMap<>();
            Map<Integer, List<String>> emails = new HashMap<>();
            handle.createQuery(sql)
                    .bind("last", users)
                    .map((row, context) -> {
                        int id = row.getInt(1);
                        List<String> own = emails.computeIfAbsent(id, any -> new ArrayList<>());
                        if (!known.containsKey(id)) {
                            known.put(id, user(row));
                        }
                        String email = row.getString(7);
                        if (email != null) {
                            own.add(email);
                        }
                        return id;
                    })
                    .list();
            return lengths(emails.values());
        });
    }

    private static List<User> upTo(Handle handle, int users) {
        return handle.createQuery("select " + COLUMNS + " from users where id <= :last")
                .bind("last", users)
                .mapTo(User.class)
                .list();
    }

    @Override
    public long selectIn(int users) throws SQLException {
        return unit(handle -> {
            List<Integer> ids = upTo(handle, users).stream().map(User::id).toList();
            Map<Integer, List<String>> emails = new HashMap<>();
            for (int from = 0; from < ids.size(); from += ROWS) {
                handle.createQuery("select user_id, email from addresses where user_id in (<ids>)")
                        .bindList("ids", ids.subList(from, Math.min(from + ROWS, ids.size())))
                        .map((row, context) -> emails.computeIfAbsent(row.getInt(1), any -> new ArrayList<>())
                                .add(row.getString(2)))
                        .list();
            }
            return lengths(emails.values());
        });
    }

    @Override
    public long lazy(int users) throws SQLException {
        return unit(handle -> {
            List<List<String>> emails = new ArrayList<>();
            for (User user : upTo(handle, users)) {
                emails.add(handle.createQuery("select email from addresses where user_id = :id")
                        .bind("id", user.id())
                        .mapTo(String.class)
                        .list());
            }
            return lengths(emails);
        });
    }

    @Override
    public long project() throws SQLException {
        return unit(handle -> handle
                .createQuery("select age, count(*) as count, sum(balance) as balance, max(name) as name"
                        + " from users group by age")
                .mapTo(ByAge.class)
                .list()
                .stream()
                .mapToLong(group -> group.age() + group.count())
                .sum());
    }

    @Override
    public long query(int times) throws SQLException {
        String sql = "select u.name, a.email from users u join addresses a on a.user_id = u.id where u.age >= :age"
                + " and u.balance < :balance and a.email like :email and u.id in (<ids>)"
                + " order by u.name, a.email limit :limit";
        return unit(handle -> {
            long found = 0;
            for (int n = 1; n <= times; n++) {
                Query query = handle.createQuery(sql)
                        .bind("age", n % 10)
                        .bind("balance", BigDecimal.valueOf(500))
                        .bind("email", "name%")
                        .bindList("ids", List.of(n, n + 1, n + 2))
                        .bind("limit", 10);
                found += query.map((row, context) -> new String[] {row.getString(1), row.getString(2)})
                        .list()
                        .size();
            }
            return found;
        });
    }

    @Override
    public long delete() throws SQLException {
        return unit(handle -> {
            List<User> users = all(handle);
            PreparedBatch batch = handle.prepareBatch("delete from users where id = :id");
            for (User user : users) {
                batch.bind("id", user.id()).add();
            }
            batch.execute();
            return (long) users.size();
        });
    }

    @Override
    public Held hold() {
        List<User> users = jdbi.withHandle(JdbiPeer::all);
        return new Held() {
            @Override
            public Object objects() {
                return users;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {}
}
