package io.athanor.tests.suite;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.text;
import static io.athanor.sql.type.SqlTypes.BIGINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.orm.query.Query;
import io.athanor.orm.session.Session;
import io.athanor.sql.Sql;
import io.athanor.sql.error.ArgumentException;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.model.NameTally;
import io.athanor.tests.model.NameTally_;
import io.athanor.tests.model.OrderLine;
import io.athanor.tests.model.User;
import io.athanor.tests.model.User_;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queries whose rows become records, or come from a statement that was written otherwise; keys that are records. */
public abstract class QueryFormsSuite extends DatabaseSuite {
    private Session session;

    public record NameCount(String name, long count) {}

    public record LineKey(int number, int orderId) {}

    public record Pair(int first, int second) {}

    public record Triple(int first, int second, int third) {}

    protected QueryFormsSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void openSession() {
        var sessions = sessions(User.class, OrderLine.class);
        store(
                sessions,
                new User("ed", "Ed Jones", "f8s7ccs"),
                new User("wendy", null, "foobar"),
                new User("ed", "Ed Smith", "x"),
                new OrderLine(1, 2, "nails"));
        session = sessions.open();
    }

    @AfterEach
    void closeSession() {
        session.close();
    }

    @Test
    void rowsBecomeRecordsByName() {
        var count = func.count(User_.name);
        Query<NameCount> query = session.query(count.label("count"), User_.name)
                .groupBy(User_.name)
                .into(NameCount.class);
        assertThat(query.orderBy(User_.name).all()).containsExactly(new NameCount("ed", 2), new NameCount("wendy", 1));
        assertThat(query.filter(User_.name.eq("wendy")).one()).isEqualTo(new NameCount("wendy", 1));
    }

    @Test
    void rowsBecomeRecordsByPosition() {
        assertThat(session.query(User_.name, func.count())
                        .groupBy(User_.name)
                        .orderBy(User_.name)
                        .into(NameCount.class)
                        .first())
                .contains(new NameCount("ed", 2));
    }

    @Test
    void projectionMakesRecordsOfAnythingThatIsSelected() {
        List<NameTally> tallies = session.query(NameTally_.of(User_.name, Sql.value(3L), User_.entity()))
                .filter(User_.fullname.isNull())
                .all();
        assertThat(tallies).containsExactly(new NameTally("wendy", 3, session.getOne(User.class, 2)));
        assertThatThrownBy(() -> session.query(NameTally_.of(User_.name, Sql.nullOf(BIGINT), User_.entity()))
                        .all())
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("[NameTally.tally]");
    }

    @Test
    void recordThatDoesNotFitIsRefusedWhenBuilt() {
        Query<?> query = session.query(User_.id, User_.name);
        assertThatThrownBy(() -> query.into(NameCount.class))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("NameCount");
        assertThatThrownBy(() -> session.query(User_.name).map(String::length).into(NameCount.class))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("mapped already");
    }

    @Test
    void entitiesAreMapped() {
        assertThat(session.query(User.class)
                        .orderBy(User_.id)
                        .map(User::getName)
                        .all())
                .containsExactly("ed", "wendy", "ed");
    }

    @Test
    void entitiesComeFromAText() {
        List<User> eds = session.query(User.class)
                .fromStatement(text("SELECT name, id, fullname, password FROM users where name=:name ORDER BY id")
                        .columns(User_.name, User_.id, User_.fullname, User_.password))
                .params("name", "ed")
                .all();
        assertThat(eds).extracting(User::getFullname).containsExactly("Ed Jones", "Ed Smith");
        assertThat(eds.get(0)).isSameAs(session.getOne(User.class, 1));
    }

    @Test
    void attributesThatATextLeavesOutAreLoadedWhenRead() {
        User wendy = session.query(User.class)
                .fromStatement(
                        text("SELECT id, name FROM users WHERE name = 'wendy'").columns(User_.id, User_.name))
                .one();
        recording.clear();
        assertThat(wendy.getName()).isEqualTo("wendy");
        assertThat(recording.sql()).isEmpty();
        assertThat(wendy.getPassword()).isEqualTo("foobar");
        assertThat(recording.sql()).hasSize(1);
    }

    @Test
    void columnsOfATextAreFoundByTheirNames() {
        List<User> eds = session.query(User.class)
                .fromStatement(text("SELECT 7 AS seven, users.* FROM users WHERE name = :name ORDER BY id"))
                .params("name", "ed")
                .all();
        assertThat(eds).extracting(User::getFullname).containsExactly("Ed Jones", "Ed Smith");
        assertThat(session.query(User_.name, User_.id)
                        .fromStatement(text("SELECT * FROM users ORDER BY id"))
                        .map(row -> row.get(User_.name) + row.get(User_.id))
                        .all())
                .containsExactly("ed1", "wendy2", "ed3");
        assertThatThrownBy(() -> session.query(User_.fullname)
                        .fromStatement(text("SELECT name FROM users"))
                        .all())
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("yields no column for [User.fullname]");
    }

    @Test
    void textWithoutTheKeyIsRefused() {
        assertThatThrownBy(() -> session.query(User.class)
                        .fromStatement(text("SELECT name FROM users").columns(User_.name))
                        .all())
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("[User.id]");
        assertThatThrownBy(() -> session.query(User.class)
                        .fromStatement(text("SELECT name FROM users"))
                        .all())
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("[User.id]");
        assertThatThrownBy(() -> session.query(User.class)
                        .filter(User_.id.eq(1))
                        .fromStatement(text("SELECT id FROM users").columns(User_.id)))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("would be lost");
    }

    @Test
    void recordIsACompositeKey() {
        assertThat(session.get(OrderLine.class, new LineKey(2, 1))).isPresent();
        assertThat(session.get(OrderLine.class, new Pair(1, 2))).isPresent();
        assertThat(session.get(OrderLine.class, new Pair(2, 1))).isEmpty();
        assertThatThrownBy(() -> session.get(OrderLine.class, new Triple(1, 2, 3)))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("[3] values");
    }
}
