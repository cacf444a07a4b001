package io.athanor.tests.suite;

import static io.athanor.orm.Orm.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.orm.state.ObjectState.Lifecycle;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.jdbc.Sent;
import io.athanor.tests.model.Address;
import io.athanor.tests.model.Login;
import io.athanor.tests.model.OrderLine;
import io.athanor.tests.model.User;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a flush writes, and in which order. */
public abstract class FlushSuite extends DatabaseSuite {
    private static final String UPDATE_NAME = "UPDATE users SET name=? WHERE users.id = ?";

    private SessionFactory sessions;

    protected FlushSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void createTables() {
        sessions = sessions(User.class, Address.class, Login.class, OrderLine.class);
    }

    private static User withId(int id) {
        User user = User.named("u" + id);
        user.setId(id);
        return user;
    }

    private List<String> verbs() {
        return recording.sql().stream().map(sql -> sql.split(" ")[0]).toList();
    }

    @Test
    void updatesGoBeforeInsertsAndInsertsBeforeDeletes() {
        store(sessions, User.named("ed"), User.named("wendy"));
        try (Session session = sessions.open()) {
            User ed = session.getOne(User.class, 1);
            User wendy = session.getOne(User.class, 2);
            recording.clear();
            session.delete(wendy);
            session.add(User.named("fred"));
            ed.setName("edward");
            session.flush();
            assertThat(verbs()).containsExactly("UPDATE", "INSERT", "DELETE");
        }
    }

    @Test
    void rowsAreInsertedAfterThoseTheyReferTo() {
        try (Session session = sessions.open()) {
            User ed = withId(1);
            session.add(new Address("ed@x.org", 1));
            session.add(ed);
            session.flush();
            assertThat(recording.sql()).extracting(sql -> sql.split(" ")[2]).containsExactly("users", "addresses");
            session.commit();
        }
    }

    @Test
    void rowsAreDeletedBeforeThoseTheyReferTo() {
        store(sessions, withId(1), new Address("ed@x.org", 1));
        try (Session session = sessions.open()) {
            Object ed = session.getOne(User.class, 1);
            Object address = session.getOne(Address.class, 1);
            recording.clear();
            session.delete(ed);
            session.delete(address);
            session.commit();
            assertThat(recording.sql()).extracting(sql -> sql.split(" ")[2]).containsExactly("addresses", "users");
        }
    }

    @Test
    void generatedKeysComeBackInTheOrderOfAdding() {
        List<User> users = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            users.add(User.named("user" + i));
        }
        try (Session session = sessions.open()) {
            session.addAll(users);
            session.flush();
            for (User user : users) {
                assertThat(value(session, "SELECT name FROM users WHERE id = " + user.getId()))
                        .isEqualTo(user.getName());
            }
            assertThat(users).extracting(User::getId).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void rowsThatBringTheirKeyGoAsOneBatchInTheOrderOfAdding() {
        try (Session session = sessions.open()) {
            session.addAll(List.of(withId(5), withId(3), withId(9)));
            session.flush();
            assertThat(recording.statements()).hasSize(1);
            Sent insert = recording.statements().get(0);
            assertThat(insert.folded())
                    .isEqualTo("INSERT INTO users (id, name, fullname, password) VALUES (?, ?, ?, ?)");
            assertThat(insert.rows()).extracting(row -> row.get(0)).containsExactly(5, 3, 9);
        }
    }

    @Test
    void updatesAndDeletesGoInTheOrderOfKeys() {
        store(sessions, withId(5), withId(3), withId(9));
        try (Session session = sessions.open()) {
            List<User> users = new ArrayList<>();
            for (int id : new int[] {9, 3, 5}) {
                users.add(session.getOne(User.class, id));
            }
            recording.clear();
            users.forEach(user -> user.setName("x" + user.getId()));
            session.flush();
            users.forEach(session::delete);
            session.flush();
            assertThat(recording.lines())
                    .containsExactly(
                            UPDATE_NAME + " [x3, 3], [x5, 5], [x9, 9]",
                            "DELETE FROM users WHERE users.id = ? [3], [5], [9]");
        }
    }

    @Test
    void onlyConsecutiveRowsThatChangeTheSameColumnsAreBatched() {
        store(sessions, withId(1), withId(2), withId(3), withId(4), withId(5));
        try (Session session = sessions.open()) {
            List<User> users = session.query(User.class).all();
            recording.clear();
            users.get(0).setName("a");
            users.get(1).setName("b");
            users.get(2).setPassword("c");
            users.get(3).setName("d");
            users.get(4).setName("e");
            users.get(4).setPassword("f");
            session.flush();
            assertThat(recording.lines())
                    .containsExactly(
                            UPDATE_NAME + " [a, 1], [b, 2]",
                            "UPDATE users SET password=? WHERE users.id = ? [c, 3]",
                            UPDATE_NAME + " [d, 4]",
                            "UPDATE users SET name=?, password=? WHERE users.id = ? [e, f, 5]");
        }
    }

    @Test
    void givenAndAbsentKeysAreNotMixedInOneInsert() {
        try (Session session = sessions.open()) {
            User given = withId(100);
            User first = User.named("first");
            session.addAll(List.of(given, first));
            session.flush();
            assertThat(first.getId()).isNotNull().isNotEqualTo(100);
            assertThat(recording.sql("INSERT")).hasSize(2);
            assertThat(recording.sql("INSERT").get(1)).startsWith("INSERT INTO users (name,");
        }
    }

    @Test
    void noNetChangeIsNoUpdate() {
        store(sessions, User.named("ed"));
        try (Session session = sessions.open()) {
            User ed = session.getOne(User.class, 1);
            recording.clear();
            ed.setName("edward");
            ed.setName("ed");
            assertThat(session.dirty()).containsExactly(ed);
            session.flush();
            assertThat(recording.all()).isEmpty();
            assertThat(session.dirty()).isEmpty();
        }
    }

    @Test
    void assigningWhatIsThereAlreadyIsNoUpdate() {
        store(sessions, User.named("ed"));
        try (Session session = sessions.open()) {
            User ed = session.getOne(User.class, 1);
            recording.clear();
            ed.setName(new String("ed"));
            session.flush();
            assertThat(recording.all()).isEmpty();
        }
    }

    @Test
    void onlyChangedColumnsAreUpdatedAndWithTheirLastValues() {
        store(sessions, User.named("ed"));
        try (Session session = sessions.open()) {
            User ed = session.getOne(User.class, 1);
            recording.clear();
            ed.setName("a");
            ed.setName("b");
            ed.setFullname(null);
            session.flush();
            assertThat(recording.lines())
                    .containsExactly("UPDATE users SET name=?, fullname=? WHERE users.id = ? [b, null, 1]");
        }
    }

    @Test
    void unsetAttributesAreInsertedAsNull() {
        try (Session session = sessions.open()) {
            session.add(new User("ed", null, null));
            session.flush();
            assertThat(recording.statements().get(0).parameters()).containsExactly("ed", null, null);
        }
    }

    @Test
    void secondFlushWritesNothing() {
        try (Session session = sessions.open()) {
            session.add(User.named("ed"));
            session.flush();
            recording.clear();
            session.flush();
            assertThat(recording.all()).isEmpty();
        }
    }

    @Test
    void changeOfAPendingInstanceIsPartOfItsInsert() {
        try (Session session = sessions.open()) {
            User ed = User.named("ed");
            session.add(ed);
            ed.setName("edward");
            session.flush();
            assertThat(recording.statements()).hasSize(1);
            assertThat(recording.statements().get(0).parameters()).startsWith("edward");
        }
    }

    @Test
    void instanceIsChangedAfterItsInsertByAnUpdate() {
        try (Session session = sessions.open()) {
            User ed = User.named("ed");
            session.add(ed);
            session.flush();
            ed.setName("edward");
            session.flush();
            assertThat(recording.lines()).last().isEqualTo(UPDATE_NAME + " [edward, 1]");
        }
    }

    @Test
    void zeroInAPrimitiveKeyMeansNoneYet() {
        Login login = new Login("ed");
        try (Session session = sessions.open()) {
            session.add(login);
            session.flush();
            assertThat(login.getId()).isEqualTo(1L);
            assertThat(session.get(Login.class, 1L)).containsSame(login);
        }
    }

    @Test
    void compositeKeysOfPrimitivesAreInsertedUpdatedAndDeleted() {
        store(sessions, new OrderLine(1, 0, "tea"), new OrderLine(1, 1, "milk"));
        try (Session session = sessions.open()) {
            OrderLine tea = session.getOne(OrderLine.class, List.of(1, 0));
            OrderLine milk = session.getOne(OrderLine.class, List.of(1, 1));
            recording.clear();
            tea.setText("coffee");
            session.delete(milk);
            session.flush();
            assertThat(recording.lines())
                    .containsExactly(
                            "UPDATE order_line SET text=? WHERE order_line.order_id = ? AND order_line.number = ?"
                                    + " [coffee, 1, 0]",
                            "DELETE FROM order_line WHERE order_line.order_id = ? AND order_line.number = ? [1, 1]");
        }
    }

    @Test
    void instanceThatIsInsertedAndDeletedInOneTransactionIsGone() {
        try (Session session = sessions.open()) {
            User ed = User.named("ed");
            session.add(ed);
            session.flush();
            session.delete(ed);
            session.commit();
            assertThat(inspect(ed).lifecycle()).isEqualTo(Lifecycle.DETACHED);
        }
        assertThat(rows("SELECT * FROM users")).isEmpty();
    }

    @Test
    void detachedInstanceIsAttachedToBeDeleted() {
        User ed = withId(1);
        store(sessions, ed);
        try (Session session = sessions.open()) {
            session.delete(ed);
            assertThat(inspect(ed).lifecycle()).isEqualTo(Lifecycle.PERSISTENT);
            session.commit();
        }
        assertThat(recording.lines()).containsExactly("BEGIN", "DELETE FROM users WHERE users.id = ? [1]", "COMMIT");
    }

    @Test
    void unitOfAThousandIsWritten() {
        List<Login> logins = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            logins.add(new Login("user" + i));
        }
        sessions.transaction(session -> {
            session.addAll(logins);
            session.flush();
            assertThat(logins).extracting(Login::getId).doesNotHaveDuplicates();
        });
        sessions.transaction(session -> {
            List<Login> all = session.query(Login.class).all();
            all.forEach(login -> login.setVisits((int) login.getId()));
        });
        assertThat(rows("SELECT * FROM logins WHERE visits = id")).hasSize(1000);
    }
}
