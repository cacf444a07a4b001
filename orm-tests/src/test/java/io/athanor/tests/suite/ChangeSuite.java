package io.athanor.tests.suite;

import static io.athanor.sql.Sql.delete;
import static io.athanor.sql.Sql.exists;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Connection;
import io.athanor.engine.dialect.Capability;
import io.athanor.engine.error.UniqueViolationException;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.tree.Row;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** INSERT, UPDATE and DELETE without an entity, upserts above all. */
public abstract class ChangeSuite extends DatabaseSuite {
    private ChangeTables tables;
    private ChangeTables.Account account;
    private ChangeTables.Item item;
    private Connection connection;

    protected ChangeSuite(Database database) {
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

    private List<String> accounts() {
        return connection
                .execute(select(account.name, account.age).orderBy(account.name))
                .map(row -> row.get(account.name) + row.get(account.age))
                .all();
    }

    @Test
    void upsertInsertsWhereNothingIsInTheWay() {
        connection.execute(insert(account)
                .set(account.name, "fred")
                .set(account.age, 1)
                .onConflict(account.name)
                .doUpdate(account.age));
        assertThat(accounts()).containsExactly("ed10", "fred1", "mary30", "wendy20");
    }

    @Test
    void upsertTakesProposedValues() {
        connection.execute(insert(account)
                .set(account.name, "ed")
                .set(account.age, 1)
                .onConflict(account.name)
                .doUpdate(account.age));
        assertThat(accounts()).containsExactly("ed1", "mary30", "wendy20");
    }

    @Test
    void upsertComputesFromBothRows() {
        connection.execute(insert(account)
                .set(account.name, "ed")
                .set(account.age, 5)
                .onConflict(account.name)
                .doUpdate(set -> set.set(account.age, account.age.plus(set.excluded(account.age)))
                        .set(account.active, false)));
        assertThat(accounts()).containsExactly("ed15", "mary30", "wendy20");
        assertThat(connection
                        .execute(select(account.active).where(account.name.eq("ed")))
                        .one())
                .isFalse();
    }

    @Test
    void upsertChangesOnlyRowsOfItsCondition() {
        if (!has(Capability.CONDITIONAL_UPSERT)) {
            assertThatThrownBy(this::upsertChangesOnlyRowsOfItsConditionWhere).isInstanceOf(CompileException.class);
            return;
        }
        upsertChangesOnlyRowsOfItsConditionWhere();
    }

    private void upsertChangesOnlyRowsOfItsConditionWhere() {
        connection.execute(insert(account)
                .rows(
                        List.of("ed", "mary"),
                        (row, name) -> row.set(account.name, name).set(account.age, 5))
                .onConflict(account.name)
                .doUpdate(set -> set.set(account.age, set.excluded(account.age)), account.age.lt(20)));
        assertThat(accounts()).containsExactly("ed5", "mary30", "wendy20");
    }

    @Test
    void upsertLeavesWhatIsThere() {
        connection.execute(insert(account)
                .rows(
                        List.of("ed", "fred"),
                        (row, name) -> row.set(account.name, name).set(account.age, 5))
                .onConflict(account.name)
                .doNothing());
        assertThat(accounts()).containsExactly("ed10", "fred5", "mary30", "wendy20");
    }

    @Test
    void upsertWithoutTargetMindsEveryKey() {
        connection.execute(insert(account).set(account.name, "ed").onConflict().doNothing());
        connection.execute(insert(account)
                .set(account.id, 2)
                .set(account.name, "x")
                .onConflict()
                .doNothing());
        connection.execute(insert(account)
                .set(account.age, 3)
                .set(account.name, "fred")
                .onConflict()
                .doNothing());
        assertThat(accounts()).containsExactly("ed10", "fred3", "mary30", "wendy20");
    }

    @Test
    void upsertOfOneKeyStillViolatesAnother() {
        assertThatThrownBy(() -> connection.execute(insert(account)
                        .set(account.id, 1)
                        .set(account.name, "wendy")
                        .onConflict(account.id)
                        .doUpdate(account.name)))
                .isInstanceOf(UniqueViolationException.class);
    }

    @Test
    void upsertOfNullsAndOfASelect() {
        connection.execute(insert(account)
                .set(account.name, "ed")
                .setNull(account.age)
                .onConflict(account.name)
                .doUpdate(account.age));
        connection.execute(insert(item)
                .rows(
                        List.of("mary", "fred"),
                        (row, sku) -> row.set(item.sku, sku).set(item.qty, 4)));
        connection.execute(insert(account)
                .columns(account.name, account.age)
                .from(select(item.sku, item.qty).where(item.id.gt(0)))
                .onConflict(account.name)
                .doUpdate(account.age));
        assertThat(accounts()).containsExactly("ednull", "fred4", "mary4", "wendy20");
    }

    @Test
    void insertFromASelectTakesDefaultsToo() {
        connection.execute(insert(item).set(item.sku, "fred").set(item.qty, 4));
        long count = connection.execute(insert(account).columns(account.name).from(select(item.sku)));
        assertThat(count).isEqualTo(1);
        Row row = connection
                .execute(select(account.active, account.number).where(account.name.eq("fred")))
                .one();
        assertThat(row.get(account.active)).isTrue();
        assertThat(row.get(account.number)).isNotNull();
    }

    @Test
    void insertFromAUnionTakesDefaultsToo() {
        connection.execute(insert(item).set(item.sku, "fred"));
        connection.execute(
                insert(account).columns(account.name).from(select(item.sku).union(select(func.upper(item.sku)))));
        assertThat(connection
                        .execute(select(func.count(account.id)).where(account.active.isTrue()))
                        .one())
                .isEqualTo(5L);
    }

    @Test
    void eachRowAndEachExecutionHasItsOwnDefault() {
        assertThat(connection
                        .execute(select(account.number).orderBy(account.id))
                        .all())
                .containsExactly(1, 2, 3);
        for (int i = 0; i < 2; i++) {
            connection.execute(insert(account).set(account.name, "n" + i));
        }
        assertThat(connection
                        .execute(select(account.number).orderBy(account.id))
                        .all())
                .containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void updateTakesItsDefaultUnlessToldNotTo() {
        connection.execute(update(account).set(account.age, 1).where(account.id.eq(1)));
        connection.execute(
                update(account).set(account.age, 2).where(account.id.eq(2)).withoutDefaults());
        assertThat(connection
                        .execute(select(account.changes).orderBy(account.id))
                        .all())
                .containsExactly(4, null, null);
    }

    @Test
    void updateTakesValuesFromAnotherTable() {
        connection.execute(insert(item).set(item.accountId, 2).set(item.qty, 77));
        long count = connection.execute(
                update(account).set(account.age, item.qty).from(item).where(item.accountId.eq(account.id)));
        assertThat(count).isEqualTo(1);
        assertThat(accounts()).containsExactly("ed10", "mary30", "wendy77");
    }

    @Test
    void deleteMindsSubqueries() {
        connection.execute(insert(item).set(item.accountId, 2).set(item.qty, 77));
        assertThat(connection.execute(delete(account).where(not(exists(item.accountId.eq(account.id))))))
                .isEqualTo(2);
        assertThat(accounts()).containsExactly("wendy20");
    }

    @Test
    void rowOfDefaultsOnlyIsInserted() {
        connection.execute(insert(item));
        assertThat(connection.execute(select(item.id)).all()).containsExactly(1);
    }
}
