package io.athanor.benchmarks.peer;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Written by hand, as well as one can: the measure of all others. */
public final class JdbcPeer implements Peer {
    private static final String COLUMNS = "id, name, fullname, age, created, balance";
    private static final int ROWS = 500;

    private final DataSource source;
    private final boolean hasReturning;

    /** Create the peer. */
    public JdbcPeer(DataSource source, Platform platform) {
        this.source = source;
        this.hasReturning = platform == Platform.SQLITE;
    }

    static final class User {
        int id;
        String name;

        @Nullable String fullname;

        int age;

        @Nullable LocalDateTime created;

        @Nullable BigDecimal balance;

        List<Address> addresses = List.of();

        User(int id, String name, int age) {
            this.id = id;
            this.name = name;
            this.age = age;
        }
    }

    static final class Address {
        int id;
        String email;
        User user;

        Address(int id, String email, User user) {
            this.id = id;
            this.email = email;
            this.user = user;
        }
    }

    private record ByAge(int age, long count, BigDecimal balance, String name) {}

    @Override
    public String name() {
        return "jdbc";
    }

    private Connection begin() throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public long insert(List<Person> people) throws SQLException {
        List<User> users = new ArrayList<>(people.size());
        for (Person person : people) {
            User user = new User(0, person.name(), person.age());
            user.fullname = person.fullname();
            user.created = person.created();
            user.balance = person.balance();
            users.add(user);
        }
        try (Connection connection = begin()) {
            if (hasReturning) {
                insertReturning(connection, users);
            } else {
                insertBatch(connection, users);
            }
            connection.commit();
        }
        return users.stream().filter(user -> user.id != 0).count();
    }

    private static void insertReturning(Connection connection, List<User> users) throws SQLException {
        for (int from = 0; from < users.size(); from += ROWS) {
            List<User> part = users.subList(from, Math.min(from + ROWS, users.size()));
            String sql = "insert into users (name, fullname, age, created, balance) values "
                    + String.join(", ", Collections.nCopies(part.size(), "(?, ?, ?, ?, ?)")) + " returning id";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                int place = 1;
                for (User user : part) {
                    place = bind(statement, place, user);
                }
                try (ResultSet keys = statement.executeQuery()) {
                    for (User user : part) {
                        keys.next();
                        user.id = keys.getInt(1);
                    }
                }
            }
        }
    }

    private static void insertBatch(Connection connection, List<User> users) throws SQLException {
        String sql = "insert into users (name, fullname, age, created, balance) values (?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            for (User user : users) {
                bind(statement, 1, user);
                statement.addBatch();
            }
            statement.executeBatch();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                for (User user : users) {
                    keys.next();
                    user.id = keys.getInt(1);
                }
            }
        }
    }

    private static int bind(PreparedStatement statement, int place, User user) throws SQLException {
        statement.setString(place, user.name);
        statement.setString(place + 1, user.fullname);
        statement.setInt(place + 2, user.age);
        statement.setObject(place + 3, user.created);
        statement.setBigDecimal(place + 4, user.balance);
        return place + 5;
    }

    private User read(ResultSet row) throws SQLException {
        User user = new User(row.getInt(1), row.getString(2), row.getInt(4));
        user.fullname = row.getString(3);
        if (hasReturning) {
            Timestamp created = row.getTimestamp(5);
            user.created = created == null ? null : created.toLocalDateTime();
        } else {
            user.created = row.getObject(5, LocalDateTime.class);
        }
        user.balance = row.getBigDecimal(6);
        return user;
    }

    private List<User> all(Connection connection) throws SQLException {
        List<User> users = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("select " + COLUMNS + " from users");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                users.add(read(rows));
            }
        }
        return users;
    }

    @Override
    public long load() throws SQLException {
        try (Connection connection = begin()) {
            long sum = 0;
            for (User user : all(connection)) {
                sum += user.age;
            }
            connection.commit();
            return sum;
        }
    }

    @Override
    public long get(int users) throws SQLException {
        try (Connection connection = begin();
                PreparedStatement statement =
                        connection.prepareStatement("select " + COLUMNS + " from users where id = ?")) {
            long sum = 0;
            for (int id = 1; id <= users; id++) {
                statement.setInt(1, id);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    sum += read(row).age;
                }
            }
            connection.commit();
            return sum;
        }
    }

    @Override
    public long getAgain(int users, Runnable start, Runnable stop) throws SQLException {
        try (Connection connection = begin()) {
            Map<Integer, User> known = new HashMap<>();
            for (User user : all(connection)) {
                known.put(user.id, user);
            }
            start.run();
            long sum = 0;
            for (int id = 1; id <= users; id++) {
                sum += Objects.requireNonNull(known.get(id)).age;
            }
            stop.run();
            connection.commit();
            return sum;
        }
    }

    @Override
    public long change(int divisor) throws SQLException {
        try (Connection connection = begin()) {
            int changed = 0;
            try (PreparedStatement statement = connection.prepareStatement("update users set age = ? where id = ?")) {
                for (User user : all(connection)) {
                    if (user.id % divisor == 0) {
                        statement.setInt(1, user.age + 1);
                        statement.setInt(2, user.id);
                        statement.addBatch();
                        changed++;
                    }
                }
                statement.executeBatch();
            }
            connection.commit();
            return changed;
        }
    }

    @Override
    public long joined(int users) throws SQLException {
        String sql = "select u.id, u.name, u.fullname, u.age, u.created, u.balance, a.id, a.email from users u"
                + " left join addresses a on a.user_id = u.id where u.id <= ?";
        try (Connection connection = begin();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, users);
            Map<Integer, User> known = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    int id = rows.getInt(1);
                    User user = known.get(id);
                    if (user == null) {
                        user = read(rows);
                        user.addresses = new ArrayList<>();
                        known.put(id, user);
                    }
                    int address = rows.getInt(7);
                    if (!rows.wasNull()) {
                        user.addresses.add(new Address(address, rows.getString(8), user));
                    }
                }
            }
            connection.commit();
            return lengths(known.values());
        }
    }

    private static long lengths(Iterable<User> users) {
        long sum = 0;
        for (User user : users) {
            for (Address address : user.addresses) {
                sum += address.email.length();
            }
        }
        return sum;
    }

    private Map<Integer, User> upTo(Connection connection, int users) throws SQLException {
        Map<Integer, User> known = new HashMap<>();
        try (PreparedStatement statement =
                connection.prepareStatement("select " + COLUMNS + " from users where id <= ?")) {
            statement.setInt(1, users);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    User user = read(rows);
                    user.addresses = new ArrayList<>();
                    known.put(user.id, user);
                }
            }
        }
        return known;
    }

    @Override
    public long selectIn(int users) throws SQLException {
        try (Connection connection = begin()) {
            Map<Integer, User> known = upTo(connection, users);
            List<Integer> ids = new ArrayList<>(known.keySet());
            for (int from = 0; from < ids.size(); from += ROWS) {
                addresses(connection, ids.subList(from, Math.min(from + ROWS, ids.size())), known);
            }
            connection.commit();
            return lengths(known.values());
        }
    }

    private static void addresses(Connection connection, List<Integer> ids, Map<Integer, User> known)
            throws SQLException {
        String sql = "select id, user_id, email from addresses where user_id in ("
                + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < ids.size(); i++) {
                statement.setInt(i + 1, ids.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    User user = Objects.requireNonNull(known.get(rows.getInt(2)));
                    user.addresses.add(new Address(rows.getInt(1), rows.getString(3), user));
                }
            }
        }
    }

    @Override
    public long lazy(int users) throws SQLException {
        try (Connection connection = begin();
                PreparedStatement statement =
                        connection.prepareStatement("select id, email from addresses where user_id = ?")) {
            Map<Integer, User> known = upTo(connection, users);
            for (User user : known.values()) {
                statement.setInt(1, user.id);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        user.addresses.add(new Address(rows.getInt(1), rows.getString(2), user));
                    }
                }
            }
            connection.commit();
            return lengths(known.values());
        }
    }

    @Override
    public long project() throws SQLException {
        String sql = "select age, count(*), sum(balance), max(name) from users group by age";
        try (Connection connection = begin();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<ByAge> groups = new ArrayList<>();
            while (rows.next()) {
                groups.add(new ByAge(rows.getInt(1), rows.getLong(2), rows.getBigDecimal(3), rows.getString(4)));
            }
            connection.commit();
            return groups.stream()
                    .mapToLong(group -> group.age() + group.count())
                    .sum();
        }
    }

    @Override
    public long query(int times) throws SQLException {
        String sql = "select u.name, a.email from users u join addresses a on a.user_id = u.id where u.age >= ?"
                + " and u.balance < ? and a.email like ? and u.id in (?, ?, ?) order by u.name, a.email limit ?";
        try (Connection connection = begin()) {
            long found = 0;
            for (int n = 1; n <= times; n++) {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    statement.setInt(1, n % 10);
                    statement.setBigDecimal(2, BigDecimal.valueOf(500));
                    statement.setString(3, "name%");
                    statement.setInt(4, n);
                    statement.setInt(5, n + 1);
                    statement.setInt(6, n + 2);
                    statement.setInt(7, 10);
                    List<String[]> rows = new ArrayList<>();
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            rows.add(new String[] {row.getString(1), row.getString(2)});
                        }
                    }
                    found += rows.size();
                }
            }
            connection.commit();
            return found;
        }
    }

    @Override
    public long delete() throws SQLException {
        try (Connection connection = begin()) {
            List<User> users = all(connection);
            try (PreparedStatement statement = connection.prepareStatement("delete from users where id = ?")) {
                for (User user : users) {
                    statement.setInt(1, user.id);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
            connection.commit();
            return users.size();
        }
    }

    @Override
    public Held hold() throws SQLException {
        List<User> users;
        try (Connection connection = begin()) {
            users = all(connection);
            connection.commit();
        }
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
