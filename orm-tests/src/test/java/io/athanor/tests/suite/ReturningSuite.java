package io.athanor.tests.suite;

import static io.athanor.sql.Sql.aliased;
import static io.athanor.sql.Sql.delete;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Connection;
import io.athanor.engine.dialect.Capability;
import io.athanor.engine.error.UniqueViolationException;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Row;
import io.athanor.sql.type.SqlTypes;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.model.User;
import io.athanor.tests.model.User_;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements that change rows and yield them. */
public abstract class ReturningSuite extends DatabaseSuite {
    private ChangeTables tables;
    private ChangeTables.Account account;
    private ChangeTables.Item item;
    private Connection connection;

    protected ReturningSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void fill() {
        tables = new ChangeTables(engine);
        tables.fill(engine);
        account = tables.account;
        item = tables.item;
        connection = engine.connect();
    }

    @AfterEach
    void closeConnection() {
        connection.close();
    }

    @Test
    void insertYieldsItsKey() {
        Integer key = connection
                .execute(insert(account).set(account.name, "fred").returning(account.id))
                .one();
        assertThat(key).isEqualTo(4);
        assertThat(connection
                        .execute(select(account.name).where(account.id.eq(key)))
                        .all())
                .containsExactly("fred");
    }

    @Test
    void insertOfManyYieldsKeysInTheOrderOfTheRows() {
        List<Integer> numbers = IntStream.range(0, 300).boxed().toList();
        List<Row> rows = connection
                .execute(insert(account)
                        .rows(
                                numbers,
                                (row, n) -> row.set(account.name, "n" + n).set(account.age, n))
                        .returning(account.id, account.age))
                .all();
        assertThat(rows).extracting(row -> row.get(account.age)).isEqualTo(numbers);
        assertThat(rows)
                .extracting(row -> row.get(account.id))
                .isEqualTo(numbers.stream().map(n -> n + 4).toList());
    }

    @Test
    void defaultsAreYieldedAsTheyWereInserted() {
        Row row = connection
                .execute(insert(account).set(account.name, "fred").returning(account.active, account.number))
                .one();
        assertThat(row.get(account.active)).isTrue();
        assertThat(row.get(account.number)).isEqualTo(tables.made.get());
    }

    @Test
    void expressionsAndLabelsAreYielded() {
        Row row = connection
                .execute(insert(account)
                        .set(account.name, "FRED")
                        .set(account.age, 5)
                        .returning(account.age.plus(1), func.lower(account.name).label("l")))
                .one();
        assertThat(row.get(0, Integer.class)).isEqualTo(6);
        assertThat(row.get("l", String.class)).isEqualTo("fred");
    }

    @Test
    void updateYieldsRowsAsTheyAreNow() {
        if (!has(Capability.UPDATE_RETURNING)) {
            assertThatThrownBy(this::updateYieldsRowsAsTheyAreNowWhere).isInstanceOf(CompileException.class);
            return;
        }
        updateYieldsRowsAsTheyAreNowWhere();
    }

    private void updateYieldsRowsAsTheyAreNowWhere() {
        List<Integer> ages = connection
                .execute(update(account)
                        .set(account.age, account.age.plus(1))
                        .where(account.age.gt(15))
                        .returning(account.age))
                .all();
        assertThat(ages).containsExactlyInAnyOrder(21, 31);
    }

    @Test
    void updateOfAnAliasYieldsItsColumns() {
        if (!has(Capability.UPDATE_RETURNING)) {
            assertThatThrownBy(this::updateOfAnAliasYieldsItsColumnsWhere).isInstanceOf(CompileException.class);
            return;
        }
        updateOfAnAliasYieldsItsColumnsWhere();
    }

    private void updateOfAnAliasYieldsItsColumnsWhere() {
        ChangeTables.Account a1 = aliased(account, "a1");
        assertThat(connection
                        .execute(update(a1).set(a1.age, 1).where(a1.id.eq(2)).returning(a1.name, a1.age))
                        .map(row -> row.get(a1.name) + row.get(a1.age))
                        .all())
                .containsExactly("wendy1");
    }

    @Test
    void deleteYieldsRowsAsTheyWere() {
        assertThat(connection
                        .execute(delete(account).where(account.id.lt(3)).returning(account.name))
                        .all())
                .containsExactlyInAnyOrder("ed", "wendy");
        assertThat(connection.execute(select(func.count(account.id))).one()).isEqualTo(1L);
    }

    @Test
    void changeThatMatchesNothingYieldsNothing() {
        assertThat(connection
                        .execute(delete(account).where(account.id.eq(99)).returning(account.id))
                        .all())
                .isEmpty();
    }

    @Test
    void firstRowAloneStillChangesAll() {
        assertThat(connection.execute(delete(account).returning(account.id)).first())
                .isPresent();
        assertThat(connection.execute(select(func.count(account.id))).one()).isZero();
    }

    @Test
    void valuesAndConditionsAreBoundInTheirOrder() {
        if (!has(Capability.UPDATE_RETURNING)) {
            assertThatThrownBy(this::valuesAndConditionsAreBoundInTheirOrderWhere)
                    .isInstanceOf(CompileException.class);
            return;
        }
        valuesAndConditionsAreBoundInTheirOrderWhere();
    }

    private void valuesAndConditionsAreBoundInTheirOrderWhere() {
        for (int i = 0; i < 3; i++) {
            int age = 40 + i;
            assertThat(connection
                            .execute(update(account)
                                    .set(account.age, age)
                                    .where(account.name.eq("ed"))
                                    .returning(account.age.plus(1000), account.name))
                            .one()
                            .get(0, Integer.class))
                    .isEqualTo(1000 + age);
        }
    }

    @Test
    void subqueriesAreCorrelatedToTheChangedTable() {
        connection.execute(
                insert(item).set(item.accountId, 2).set(item.sku, "pen").set(item.qty, 3));
        connection.execute(update(account)
                .set(
                        account.age,
                        select(func.sum(item.qty).cast(SqlTypes.INTEGER))
                                .where(item.accountId.eq(account.id))
                                .scalarSubquery()));
        assertThat(connection.execute(select(account.age).orderBy(account.id)).all())
                .containsExactly(null, 3, null);
    }

    @Test
    void upsertYieldsInsertedAndUpdatedRows() {
        List<Row> rows = connection
                .execute(insert(account)
                        .rows(
                                List.of("ed", "fred"),
                                (row, name) -> row.set(account.name, name).set(account.age, 7))
                        .onConflict(account.name)
                        .doUpdate(account.age)
                        .returning(account.name, account.age))
                .all();
        assertThat(rows).extracting(row -> row.get(account.name)).containsExactly("ed", "fred");
        assertThat(rows).extracting(row -> row.get(account.age)).containsExactly(7, 7);
    }

    @Test
    void violationLeavesNoOpenResult() {
        assertThatThrownBy(() -> connection
                        .execute(insert(account).set(account.name, "ed").returning(account.id))
                        .all())
                .isInstanceOf(UniqueViolationException.class);
        connection.rollback();
        assertThat(connection
                        .execute(insert(account).set(account.name, "fred").returning(account.name))
                        .all())
                .containsExactly("fred");
    }

    @Test
    void sessionExecutesChangesThatYieldRows() {
        connection.close();
        Registry registry = Registry.of(User.class);
        SessionFactory sessions = sessions(registry);
        Table users = registry.metadata().table("users");
        try (Session session = sessions.open()) {
            var name = users.column("name", SqlTypes.STRING);
            var id = users.column("id", SqlTypes.INTEGER);
            List<Integer> keys = session.execute(insert(users)
                            .rows(List.of("p", "q"), (row, each) -> row.set(name, each))
                            .returning(id))
                    .all();
            assertThat(keys).hasSize(2);
            assertThat(session.get(User.class, keys.get(1)).orElseThrow().getName())
                    .isEqualTo("q");
            assertThat(session.execute(delete(users).where(name.eq("p")).returning(name))
                            .all())
                    .containsExactly("p");
        }
    }

    @Test
    void sessionYieldsInsertedEntities() {
        connection.close();
        SessionFactory sessions = sessions(User.class);
        try (Session session = sessions.open()) {
            User user = session.execute(
                            insertInto(User_.entity()).set(User_.name, "p").returning(User_.entity()))
                    .one();
            assertThat(session.contains(user)).isTrue();
            assertThat(user.getName()).isEqualTo("p");
            assertThat(session.get(User.class, user.getId())).containsSame(user);
        }
    }

    private static io.athanor.sql.tree.Insert insertInto(io.athanor.sql.tree.FromClause entity) {
        return new io.athanor.sql.tree.Insert(entity);
    }
}
