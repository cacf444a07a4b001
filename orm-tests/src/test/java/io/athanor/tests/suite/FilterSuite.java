package io.athanor.tests.suite;

import static io.athanor.orm.Orm.select;
import static io.athanor.sql.Sql.and;
import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.or;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.orm.session.Session;
import io.athanor.sql.tree.Condition;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.model.User;
import io.athanor.tests.model.User_;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which rows a condition lets through. */
public abstract class FilterSuite extends DatabaseSuite {
    private Session session;

    protected FilterSuite(Database database) {
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
                new User("fred", null, "blah"));
        session = sessions.open();
    }

    @AfterEach
    void closeSession() {
        session.close();
    }

    private List<String> names(Condition... conditions) {
        recording.clear();
        return session.query(User.class).filter(conditions).orderBy(User_.id).all().stream()
                .map(User::getName)
                .toList();
    }

    private String where() {
        String sql = recording.sql().get(0);
        return sql.substring(sql.indexOf("WHERE"), sql.indexOf(" ORDER BY"));
    }

    @Test
    void equality() {
        assertThat(names(User_.name.eq("ed"))).containsExactly("ed");
        assertThat(where()).isEqualTo("WHERE users.name = ?");
        assertThat(names(User_.name.ne("ed"))).containsExactly("wendy", "mary", "fred");
        assertThat(where()).isEqualTo("WHERE users.name != ?");
    }

    @Test
    void order() {
        assertThat(names(User_.id.lt(2))).containsExactly("ed");
        assertThat(names(User_.id.le(2))).containsExactly("ed", "wendy");
        assertThat(names(User_.id.gt(3))).containsExactly("fred");
        assertThat(names(User_.id.ge(3))).containsExactly("mary", "fred");
    }

    @Test
    void like() {
        assertThat(names(User_.name.like("%ed"))).containsExactly("ed", "fred");
        assertThat(where()).isEqualTo("WHERE users.name LIKE ?");
        assertThat(names(User_.name.notLike("%ed"))).containsExactly("wendy", "mary");
        assertThat(names(User_.name.ilike("%ED"))).containsExactly("ed", "fred");
        assertThat(where()).isIn("WHERE lower(users.name) LIKE lower(?)", "WHERE users.name ILIKE ?");
    }

    @Test
    void likeWithAnEscape() {
        session.add(User.named("a%b"));
        assertThat(names(User_.name.like("%!%%", '!'))).containsExactly("a%b");
    }

    @Test
    void partsOfText() {
        assertThat(names(User_.name.startsWith("w"))).containsExactly("wendy");
        assertThat(names(User_.name.endsWith("y"))).containsExactly("wendy", "mary");
        assertThat(names(User_.name.contains("e"))).containsExactly("ed", "wendy", "fred");
    }

    @Test
    void inTakesValuesACollectionOrASelect() {
        assertThat(names(User_.name.in("ed", "wendy", "jack"))).containsExactly("ed", "wendy");
        assertThat(where()).isEqualTo("WHERE users.name IN (?, ?, ?)");
        assertThat(names(User_.name.in(List.of("mary")))).containsExactly("mary");
        assertThat(names(User_.name.in(session.query(User_.name).filter(User_.name.like("%ed%")))))
                .containsExactly("ed", "fred");
        assertThat(names(User_.name.in(select(User_.name).where(User_.id.eq(2)))))
                .containsExactly("wendy");
    }

    @Test
    void inOfNothingIsFalseAndNotInOfNothingIsTrue() {
        assertThat(names(User_.name.in(List.of()))).isEmpty();
        assertThat(names(User_.name.notIn(List.of()))).hasSize(4);
    }

    @Test
    void notIn() {
        assertThat(names(User_.name.notIn("ed", "wendy"))).containsExactly("mary", "fred");
        assertThat(where()).isEqualTo("WHERE (users.name NOT IN (?, ?))");
        assertThat(names(not(User_.name.in("ed", "wendy")))).containsExactly("mary", "fred");
        assertThat(names(User_.name.notIn(select(User_.name).where(User_.id.gt(1)))))
                .containsExactly("ed");
    }

    @Test
    void between() {
        assertThat(names(User_.id.between(2, 3))).containsExactly("wendy", "mary");
        assertThat(where()).isEqualTo("WHERE users.id BETWEEN ? AND ?");
        assertThat(names(User_.id.between(2, 3).not())).containsExactly("ed", "fred");
    }

    @Test
    void nulls() {
        String none = null;
        assertThat(names(User_.fullname.isNull())).containsExactly("fred");
        assertThat(names(User_.fullname.eq(none))).containsExactly("fred");
        assertThat(where()).isEqualTo("WHERE users.fullname IS NULL");
        assertThat(names(User_.fullname.isNotNull())).hasSize(3);
        assertThat(names(User_.fullname.ne(none))).hasSize(3);
    }

    @Test
    void andInThreeForms() {
        assertThat(names(and(User_.name.eq("ed"), User_.fullname.eq("Ed Jones"))))
                .containsExactly("ed");
        assertThat(where()).isEqualTo("WHERE users.name = ? AND users.fullname = ?");
        assertThat(names(User_.name.eq("ed"), User_.fullname.eq("x"))).isEmpty();
        assertThat(where()).isEqualTo("WHERE users.name = ? AND users.fullname = ?");
        assertThat(names(User_.name.eq("ed").and(User_.id.eq(1)))).containsExactly("ed");
    }

    @Test
    void orAndNot() {
        assertThat(names(or(User_.name.eq("ed"), User_.name.eq("wendy")))).containsExactly("ed", "wendy");
        assertThat(where()).isEqualTo("WHERE users.name = ? OR users.name = ?");
        assertThat(names(not(User_.name.eq("ed")))).containsExactly("wendy", "mary", "fred");
        assertThat(where()).isEqualTo("WHERE users.name != ?");
        assertThat(names(User_.name.eq("ed").or(User_.name.eq("wendy")).and(User_.id.gt(1))))
                .containsExactly("wendy");
        assertThat(where()).isEqualTo("WHERE (users.name = ? OR users.name = ?) AND users.id > ?");
    }

    @Test
    void filterByTakesAValueAndNullAsksForNull() {
        assertThat(session.query(User.class).filterBy(User_.name, "ed").one().getId())
                .isEqualTo(1);
        assertThat(session.query(User.class)
                        .filterBy(User_.fullname, null)
                        .one()
                        .getName())
                .isEqualTo("fred");
        assertThat(session.query(User_.name)
                        .filterBy(User_.fullname, "Ed Jones")
                        .all())
                .containsExactly("ed");
    }

    @Test
    void filtersAddUp() {
        assertThat(session.query(User.class)
                        .filter(User_.name.like("%ed"))
                        .filterBy(User_.password, "blah")
                        .all())
                .hasSize(1);
    }

    @Test
    void textTakesNamedParameters() {
        User fred = session.query(User.class)
                .filter(text("id<:value and name=:name"))
                .params("value", 224)
                .params("name", "fred")
                .orderBy(User_.id)
                .one();
        assertThat(fred.getName()).isEqualTo("fred");
        assertThat(recording.lines()).last().asString().endsWith("WHERE id<? and name=? ORDER BY users.id [224, fred]");
    }

    @Test
    void namedParametersServeEveryVerb() {
        var named = session.query(User.class).filter(text("name = :n")).params("n", "mary");
        assertThat(named.count()).isEqualTo(1);
        assertThat(named.first()).map(User::getId).contains(3);
        assertThat(named.exists()).isTrue();
        assertThat(named.params("n", "nobody").exists()).isFalse();
    }

    @Test
    void textMayBeBoundWhereItStands() {
        assertThat(names(text("name = :n").bind("n", "mary"))).containsExactly("mary");
    }

    @Test
    void expressionsMayBeCompared() {
        assertThat(names(User_.name.eq(User_.password))).isEmpty();
        assertThat(names(User_.fullname.eq(User_.fullname))).hasSize(3);
        assertThat(names(User_.id.plus(1).eq(3))).containsExactly("wendy");
        assertThat(names(User_.name.concat("!").eq("ed!"))).containsExactly("ed");
    }

    @Test
    void existsOfACorrelatedSelect() {
        var other = User_.as("other");
        var later = select(other).where(other.id.gt(User_.id), other.name.like("%y"));
        assertThat(names(later.exists())).containsExactly("ed", "wendy");
        assertThat(names(later.exists().not())).containsExactly("mary", "fred");
    }

    @Test
    void valuesAreNeverPartOfTheText() {
        String evil = "x' OR '1'='1";
        assertThat(names(User_.name.eq(evil))).isEmpty();
        assertThat(names(User_.name.in(evil))).isEmpty();
        assertThat(recording.sql().get(0)).doesNotContain("OR '");
    }

    @Test
    void selectOfAnEntityMayBeFilteredAlike() {
        assertThat(session.scalars(select(User.class).where(User_.name.in("ed", "fakeuser")))
                        .all())
                .extracting(User::getName)
                .containsExactly("ed");
    }
}
