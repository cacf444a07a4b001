package io.athanor.tests.suite;

import static io.athanor.orm.Orm.select;
import static io.athanor.sql.Sql.func;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.orm.session.Session;
import io.athanor.sql.error.OrmException;
import io.athanor.sql.tree.Row;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.model.Address;
import io.athanor.tests.model.Address_;
import io.athanor.tests.model.Login;
import io.athanor.tests.model.Login_;
import io.athanor.tests.model.User;
import io.athanor.tests.model.User_;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queries over two entities. */
public abstract class JoinSuite extends DatabaseSuite {
    private Session session;

    protected JoinSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void openSession() {
        var sessions = sessions(User.class, Address.class, Login.class);
        store(sessions, User.named("ed"), User.named("jack"), User.named("mary"));
        store(
                sessions,
                new Address("jack@google.com", 2),
                new Address("j25@yahoo.com", 2),
                new Address("mary@google.com", 3),
                new Address("nobody@x.org", null));
        session = sessions.open();
    }

    @AfterEach
    void closeSession() {
        session.close();
    }

    private String from() {
        String sql = recording.sql().get(0);
        int end = sql.indexOf(" WHERE");
        return sql.substring(sql.indexOf("FROM"), end < 0 ? sql.length() : end);
    }

    @Test
    void twoEntitiesInOneRow() {
        List<Row> rows = session.query(User_.entity(), Address_.entity())
                .filter(User_.id.eq(Address_.userId))
                .filter(Address_.email.eq("jack@google.com"))
                .all();
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get(User_.entity()).getName()).isEqualTo("jack");
        assertThat(rows.get(0).get(Address_.entity()).getEmail()).isEqualTo("jack@google.com");
        assertThat(from()).isEqualTo("FROM users, addresses");
    }

    @Test
    void joinFindsItsConditionByTheForeignKey() {
        assertThat(session.query(User.class)
                        .join(Address_.entity())
                        .filter(Address_.email.eq("jack@google.com"))
                        .all())
                .extracting(User::getName)
                .containsExactly("jack");
        assertThat(from()).isEqualTo("FROM users JOIN addresses ON users.id = addresses.user_id");
    }

    @Test
    void joinFindsItsConditionFromTheOtherSideToo() {
        assertThat(session.query(Address.class)
                        .join(User_.entity())
                        .filter(User_.name.eq("jack"))
                        .all())
                .extracting(Address::getEmail)
                .containsExactlyInAnyOrder("jack@google.com", "j25@yahoo.com");
        assertThat(from()).isEqualTo("FROM addresses JOIN users ON users.id = addresses.user_id");
    }

    @Test
    void joinTakesAConditionOfItsOwn() {
        assertThat(session.query(User.class)
                        .join(Address_.entity(), Address_.email.like("%google%").and(User_.id.eq(Address_.userId)))
                        .orderBy(User_.id)
                        .all())
                .extracting(User::getName)
                .containsExactly("jack", "mary");
    }

    @Test
    void joinWithoutAForeignKeyIsRefused() {
        assertThatThrownBy(() -> session.query(User.class).join(Login_.entity()).all())
                .isInstanceOf(OrmException.class)
                .hasMessageContaining("users")
                .hasMessageContaining("logins");
    }

    @Test
    void outerJoinKeepsWhatHasNoOther() {
        List<Row> rows = session.query(User_.entity(), Address_.entity())
                .outerJoin(Address_.entity())
                .orderBy(User_.id, Address_.id)
                .all();
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0).get(User_.entity()).getName()).isEqualTo("ed");
        assertThat(rows.get(0).get(Address_.entity())).isNull();
        assertThat(rows.get(1).get(Address_.entity()).getEmail()).isEqualTo("jack@google.com");
    }

    @Test
    void entityAloneIsYieldedOnceHoweverManyRowsItStandsIn() {
        assertThat(session.query(User.class)
                        .join(Address_.entity())
                        .orderBy(User_.id)
                        .all())
                .extracting(User::getName)
                .containsExactly("jack", "mary");
        assertThat(session.query(User.class).join(Address_.entity()).count()).isEqualTo(3);
        assertThat(session.query(User_.name).join(Address_.entity()).all()).hasSize(3);
    }

    @Test
    void oneTableTwiceByAliases() {
        var first = Address_.as();
        var second = Address_.as();
        List<Row> rows = session.query(User_.name, first.email, second.email)
                .join(first, first.userId.eq(User_.id))
                .join(second, second.userId.eq(User_.id))
                .filter(first.email.eq("jack@google.com"))
                .filter(second.email.eq("j25@yahoo.com"))
                .all();
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get(User_.name)).isEqualTo("jack");
        assertThat(rows.get(0).get(first.email)).isEqualTo("jack@google.com");
        assertThat(rows.get(0).get(second.email)).isEqualTo("j25@yahoo.com");
        assertThat(from()).contains("JOIN addresses AS addresses_1 ON").contains("JOIN addresses AS addresses_2 ON");
    }

    @Test
    void aliasIsJoinedByTheForeignKeyOfItsTable() {
        var other = Address_.as("other");
        assertThat(session.query(User_.name)
                        .join(other)
                        .filter(other.email.like("mary%"))
                        .all())
                .containsExactly("mary");
        assertThat(from()).isEqualTo("FROM users JOIN addresses AS other ON users.id = other.user_id");
    }

    @Test
    void subqueryIsJoined() {
        var count = func.count().label("address_count");
        var counts =
                session.query(Address_.userId, count).groupBy(Address_.userId).subquery();
        List<Row> rows = session.query(User_.entity(), counts.column(count))
                .outerJoin(counts, User_.id.eq(counts.column(Address_.userId)))
                .orderBy(User_.id)
                .all();
        assertThat(rows).extracting(row -> row.get(counts.column(count))).containsExactly(null, 2L, 1L);
    }

    @Test
    void existsOfTheOtherEntity() {
        assertThat(session.query(User_.name)
                        .filter(select(Address.class)
                                .where(Address_.userId.eq(User_.id))
                                .exists())
                        .orderBy(User_.id)
                        .all())
                .containsExactly("jack", "mary");
        assertThat(recording.sql().get(0))
                .contains("WHERE EXISTS (SELECT")
                .contains("WHERE addresses.user_id = users.id)");
    }

    @Test
    void filterByTakesAttributesOfJoinedEntities() {
        assertThat(session.query(User.class)
                        .join(Address_.entity())
                        .filterBy(Address_.email, "mary@google.com")
                        .one()
                        .getName())
                .isEqualTo("mary");
    }

    @Test
    void rowsOfTwoEntitiesShareTheIdentityMap() {
        User jack = session.getOne(User.class, 2);
        List<Row> rows = session.query(User_.entity(), Address_.entity())
                .join(Address_.entity())
                .filterBy(User_.name, "jack")
                .all();
        assertThat(rows)
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.get(User_.entity())).isSameAs(jack));
    }
}
