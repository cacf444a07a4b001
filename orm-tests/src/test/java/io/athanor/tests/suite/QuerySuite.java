package io.athanor.tests.suite;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Result;
import io.athanor.engine.error.MultipleResultsFoundException;
import io.athanor.engine.error.NoResultFoundException;
import io.athanor.orm.query.Query;
import io.athanor.orm.session.Session;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Projection;
import io.athanor.sql.tree.Row;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.model.User;
import io.athanor.tests.model.User_;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a query yields, in which form. */
public abstract class QuerySuite extends DatabaseSuite {
    private Session session;

    protected QuerySuite(Database database) {
        super(database);
    }

    @BeforeEach
    void openSession() {
        var sessions = sessions(User.class);
        store(
                sessions,
                new User("ed", "Ed Jones", "f8s7ccs"),
                new User("wendy", "Wendy Williams", "foobar"),
                new User("mary", "Mary Contrary", "xxg527"),
                new User("fred", null, "foobar"));
        session = sessions.open();
    }

    @AfterEach
    void closeSession() {
        session.close();
    }

    private Query<User> users() {
        return session.query(User.class).orderBy(User_.id);
    }

    @Test
    void queryOverAnEntityYieldsItsInstances() {
        List<String> names = new ArrayList<>();
        for (User user : users()) {
            names.add(user.getName());
        }
        assertThat(names).containsExactly("ed", "wendy", "mary", "fred");
        assertThat(recording.sql())
                .containsExactly(
                        "SELECT users.id AS users_id, users.name AS users_name, users.fullname AS users_fullname,"
                                + " users.password AS users_password FROM users ORDER BY users.id");
    }

    @Test
    void clausesReturnNewQueries() {
        Query<User> all = users();
        Query<User> some = all.filter(User_.name.eq("ed"));
        assertThat(all.all()).hasSize(4);
        assertThat(some.all()).hasSize(1);
        assertThat(some.all()).hasSize(1);
    }

    @Test
    void severalColumnsYieldRows() {
        List<Row> rows =
                session.query(User_.name, User_.fullname).orderBy(User_.id).all();
        assertThat(rows.get(0).get(User_.name)).isEqualTo("ed");
        assertThat(rows.get(0).get(User_.fullname)).isEqualTo("Ed Jones");
        assertThat(rows.get(3).get(User_.fullname)).isNull();
        assertThat(rows.get(0).keys()).containsExactly("name", "fullname");
        assertThat(rows.get(0).asMap()).containsEntry("name", "ed").hasSize(2);
        assertThat(rows.get(0).get(1, String.class)).isEqualTo("Ed Jones");
        assertThat(rows.get(0).get("name", String.class)).isEqualTo("ed");
        assertThat(recording.sql())
                .containsExactly("SELECT users.name AS users_name, users.fullname AS users_fullname FROM users"
                        + " ORDER BY users.id");
    }

    @Test
    void rowsMayHoldEntitiesBesideColumns() {
        Row row = session.query(User_.entity(), User_.name)
                .orderBy(User_.id)
                .first()
                .orElseThrow();
        assertThat(row.get(User_.entity())).isSameAs(session.getOne(User.class, 1));
        assertThat(row.get(User_.name)).isEqualTo("ed");
        assertThat(recording.sql().get(0)).containsOnlyOnce("users.name AS users_name");
    }

    @Test
    void rowRefusesWhatWasNotSelected() {
        Row row = session.query(User_.id, User_.name).first().orElseThrow();
        assertThatThrownBy(() -> row.get(User_.password))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("User.password")
                .hasMessageContaining("[id, name]");
        assertThatThrownBy(() -> row.get("password", String.class)).isInstanceOf(ArgumentException.class);
        assertThatThrownBy(() -> row.get(0, String.class))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("[java.lang.Integer]");
        assertThatThrownBy(() -> row.get(2)).isInstanceOf(ArgumentException.class);
    }

    @Test
    void labelNamesAColumn() {
        var label = User_.name.label("name_label");
        assertThat(session.query(label).orderBy(User_.id).all()).containsExactly("ed", "wendy", "mary", "fred");
        assertThat(recording.sql()).containsExactly("SELECT users.name AS name_label FROM users ORDER BY users.id");
        Row row = session.query(label, User_.id).orderBy("name_label").first().orElseThrow();
        assertThat(row.get(label)).isEqualTo("ed");
        assertThat(row.get("name_label", String.class)).isEqualTo("ed");
    }

    @Test
    void unknownLabelIsRefused() {
        assertThatThrownBy(() -> session.query(User.class)
                        .orderBy("nothing; DROP TABLE users")
                        .all())
                .hasMessageContaining("nothing; DROP TABLE users");
        assertThat(users().all()).hasSize(4);
    }

    @Test
    void aliasIsAnEntityOfItsOwn() {
        var alias = User_.as("user_alias");
        Row row = session.query(alias, alias.name).orderBy(alias.id).first().orElseThrow();
        assertThat(row.get(alias).getName()).isEqualTo("ed");
        assertThat(row.get(alias.name)).isEqualTo("ed");
        assertThat(recording.sql().get(0))
                .startsWith("SELECT user_alias.id AS user_alias_id, user_alias.name AS user_alias_name")
                .contains("FROM users AS user_alias");
    }

    @Test
    void pagesAreSlices() {
        assertThat(users().slice(1, 3).all()).extracting(User::getName).containsExactly("wendy", "mary");
        assertThat(recording.lines()).last().asString().endsWith(database.page(2, 1));
        assertThat(users().limit(1).all()).extracting(User::getName).containsExactly("ed");
        assertThat(users().offset(3).all()).extracting(User::getName).containsExactly("fred");
        assertThat(users().offset(1).limit(2).all()).hasSize(2);
        assertThat(users().limit(0).all()).isEmpty();
        assertThat(users().offset(1).slice(1, 2).all())
                .extracting(User::getName)
                .containsExactly("mary");
    }

    @Test
    void orderMayBeTurned() {
        assertThat(session.query(User_.name)
                        .orderBy(User_.password.desc(), User_.name.asc())
                        .all())
                .containsExactly("mary", "fred", "wendy", "ed");
    }

    @Test
    void distinctDropsEqualRows() {
        assertThat(session.query(User_.password)
                        .distinct()
                        .orderBy(User_.password)
                        .all())
                .containsExactly("f8s7ccs", "foobar", "xxg527");
    }

    @Test
    void countCountsRows() {
        assertThat(session.query(User.class).filter(User_.name.like("%ed")).count())
                .isEqualTo(2);
        assertThat(recording.sql().get(0))
                .startsWith("SELECT count(*) AS count_1 FROM (SELECT users.id AS users_id,")
                .endsWith("WHERE users.name LIKE ?) AS anon_1");
        assertThat(users().slice(0, 3).count()).isEqualTo(3);
        assertThat(session.query(User_.id).filter(User_.id.eq(99)).count()).isZero();
    }

    @Test
    void groupsAreCounted() {
        var count = func.count(User_.name);
        List<Row> rows = session.query(count, User_.password)
                .groupBy(User_.password)
                .orderBy(User_.password)
                .all();
        assertThat(rows).extracting(row -> row.get(count)).containsExactly(1L, 2L, 1L);
        assertThat(session.query(User_.password)
                        .groupBy(User_.password)
                        .having(count.gt(1L))
                        .all())
                .containsExactly("foobar");
        assertThat(session.query(func.count()).selectFrom(User_.entity()).scalar())
                .isEqualTo(4L);
        assertThat(session.query(func.max(User_.id)).scalar()).isEqualTo(4);
    }

    @Test
    void firstLimitsAndIsEmptyWithoutARow() {
        assertThat(users().first()).map(User::getName).contains("ed");
        assertThat(recording.lines()).last().asString().endsWith(database.page(1, 0));
        assertThat(users().filter(User_.id.eq(99)).first()).isEmpty();
        assertThat(users().offset(2).first()).map(User::getName).contains("mary");
        assertThat(users().limit(0).first()).isEmpty();
    }

    @Test
    void firstOfANullColumnIsEmpty() {
        assertThat(session.query(User_.fullname).filterBy(User_.name, "fred").first())
                .isEmpty();
        assertThat(session.query(User_.fullname, User_.id)
                        .filterBy(User_.name, "fred")
                        .first())
                .isPresent();
    }

    @Test
    void oneIsExactlyOne() {
        assertThat(users().filterBy(User_.name, "ed").one().getId()).isEqualTo(1);
        assertThatThrownBy(() -> users().one()).isInstanceOf(MultipleResultsFoundException.class);
        assertThatThrownBy(() -> users().filter(User_.id.eq(99)).one()).isInstanceOf(NoResultFoundException.class);
    }

    @Test
    void oneOrNoneIsAtMostOne() {
        assertThat(users().filter(User_.id.eq(99)).oneOrNone()).isEmpty();
        assertThat(users().filter(User_.id.eq(1)).oneOrNone()).isPresent();
        assertThatThrownBy(() -> users().oneOrNone()).isInstanceOf(MultipleResultsFoundException.class);
    }

    @Test
    void scalarIsTheValueOfTheOnlyRow() {
        Integer id = session.query(User_.id).filter(User_.name.eq("ed")).scalar();
        assertThat(id).isEqualTo(1);
        assertThat(session.query(User_.id).filter(User_.name.eq("nobody")).scalar())
                .isNull();
        assertThat(session.query(User_.fullname).filterBy(User_.name, "fred").scalar())
                .isNull();
        assertThatThrownBy(() -> session.query(User_.id).scalar()).isInstanceOf(MultipleResultsFoundException.class);
    }

    @Test
    void existsAsksWhetherThereIsARow() {
        assertThat(session.query(User_.id).filter(User_.name.eq("ed")).exists()).isTrue();
        assertThat(session.query(User_.id).filter(User_.name.eq("nobody")).exists())
                .isFalse();
        assertThat(users().limit(0).exists()).isFalse();
        assertThat(users().offset(4).exists()).isFalse();
        assertThat(users().offset(3).exists()).isTrue();
    }

    @Test
    void streamYieldsWhatAllYields() {
        assertThat(users().stream().map(User::getName)).containsExactly("ed", "wendy", "mary", "fred");
    }

    /** What a projection makes. */
    private record NameLength(String name, int length) {}

    @Test
    void projectionMakesValuesOfRows() {
        var length = func.length(User_.name);
        var projection = Projection.of(row -> new NameLength(row.get(User_.name), row.get(length)), User_.name, length);
        assertThat(session.query(projection).orderBy(User_.id).all())
                .startsWith(new NameLength("ed", 2), new NameLength("wendy", 5));
        Row row = session.query(User_.entity(), projection)
                .orderBy(User_.id)
                .first()
                .orElseThrow();
        assertThat(row.get(projection)).isEqualTo(new NameLength("ed", 2));
        assertThat(row.get(User_.entity()).getName()).isEqualTo("ed");
    }

    @Test
    void resultsMayBeMapped() {
        try (Result<String> names = session.execute(select(User_.name, User_.id).orderBy(User_.id))
                .map(row -> row.get(User_.id) + row.get(User_.name))) {
            assertThat(names.all()).containsExactly("1ed", "2wendy", "3mary", "4fred");
        }
    }

    @Test
    void scalarsRefusesRows() {
        assertThat(session.scalars(select(User_.name).orderBy(User_.id)).all()).startsWith("ed");
        assertThatThrownBy(() -> session.scalars(select(User_.name, User_.id)))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("[2]")
                .hasMessageContaining("execute");
    }

    @Test
    void selectNamesColumnsPlainly() {
        session.execute(select(User_.name).where(User_.id.eq(1))).all();
        assertThat(recording.sql()).containsExactly("SELECT users.name FROM users WHERE users.id = ?");
    }

    @Test
    void subqueryMayBeSelectedFrom() {
        var ids = session.query(User_.id, User_.name.label("n"))
                .filter(User_.id.gt(2))
                .subquery();
        assertThat(session.query(ids.column(User_.id))
                        .orderBy(ids.column(User_.id))
                        .all())
                .containsExactly(3, 4);
        var late = User_.as(session.query(User.class).filter(User_.id.gt(3)).subquery());
        assertThat(session.query(late).all()).extracting(User::getName).containsExactly("fred");
    }

    @Test
    void sameStructureIsCompiledOnce() {
        users().filterBy(User_.name, "ed").all();
        long misses = engine.statementCache().misses();
        long size = engine.statementCache().size();
        users().filterBy(User_.name, "wendy").all();
        users().filterBy(User_.name, "x").all();
        assertThat(engine.statementCache().misses()).isEqualTo(misses);
        assertThat(engine.statementCache().size()).isEqualTo((int) size);
    }
}
