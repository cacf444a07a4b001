package io.athanor.benchmarks;

import io.athanor.benchmarks.peer.OneConnection;
import io.athanor.benchmarks.peer.Person;
import io.athanor.benchmarks.peer.Platform;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.format.DateTimeFormatter;

/** The tables and what lies in them, brought back to the same state before each unit. */
final class Data implements AutoCloseable {
    /** As the driver of SQLite reads timestamps, so that every library can. */
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    private final Platform platform;
    private final OneConnection source;
    private final int users;
    private final int owners;

    Data(Platform platform, int users, int owners) throws SQLException {
        this.platform = platform;
        this.source = new OneConnection(platform.url());
        this.users = users;
        this.owners = owners;
        run(platform.createUsers());
        run(platform.createAddresses());
        run("create index addresses_user on addresses (user_id)");
        run("create table touched (n integer)");
        run("insert into touched values (0)");
    }

    OneConnection source() {
        return source;
    }

    /** A database may answer a repeated SELECT from its last result; not after a write. */
    void touch() throws SQLException {
        run("update touched set n = n + 1");
        if (platform == Platform.H2) {
            run("update users set age = age where id = 1");
            run("update addresses set email = email where id = 1");
        }
    }

    void empty() throws SQLException {
        run("delete from addresses");
        run("delete from users");
    }

    void fill(boolean withAddresses) throws SQLException {
        empty();
        Connection connection = source.real();
        connection.setAutoCommit(false);
        try (PreparedStatement user = connection.prepareStatement("insert into users values (?, ?, ?, ?, ?, ?)");
                PreparedStatement address = connection.prepareStatement("insert into addresses values (?, ?, ?)")) {
            for (int n = 1; n <= users; n++) {
                add(user, n, Person.number(n));
            }
            user.executeBatch();
            for (int n = 1; withAddresses && n <= owners; n++) {
                for (int each = 0; each < 10; each++) {
                    address.setInt(1, (n - 1) * 10 + each + 1);
                    address.setInt(2, n);
                    address.setString(3, Person.email(n, each));
                    address.addBatch();
                }
            }
            address.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void add(PreparedStatement user, int n, Person person) throws SQLException {
        user.setInt(1, n);
        user.setString(2, person.name());
        user.setString(3, person.fullname());
        user.setInt(4, person.age());
        if (platform == Platform.SQLITE) {
            user.setString(5, person.created().format(MILLIS));
        } else {
            user.setObject(5, person.created());
        }
        user.setBigDecimal(6, person.balance());
        user.addBatch();
    }

    /** What is in the tables, in one number, to see that a unit has written what it should. */
    long state() throws SQLException {
        try (Statement statement = source.real().createStatement();
                ResultSet row = statement.executeQuery("select count(*), coalesce(sum(age), 0) from users")) {
            row.next();
            return row.getLong(1) * 1_000_003 + row.getLong(2);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = source.real().createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        source.close();
    }
}
