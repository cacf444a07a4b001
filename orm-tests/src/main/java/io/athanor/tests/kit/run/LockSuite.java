package io.athanor.tests.kit.run;

import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Connection;
import io.athanor.engine.dialect.Capability;
import io.athanor.engine.error.LockTimeoutException;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.ForUpdate;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Select;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import org.junit.jupiter.api.Test;

/** Rows that are locked while they are read. */
@Requires(Capability.ROW_LOCKS)
public abstract class LockSuite extends KitSuite {
    private final Table t = table(
            "lock_rows",
            s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("n", INTEGER));
    private final NamedColumn<Integer> id = column(t, "id", INTEGER);
    private final NamedColumn<Integer> n = column(t, "n", INTEGER);

    /** Create the suite. */
    protected LockSuite() {}

    @Override
    protected void insertRows() {
        rows(t, row(1, 10), row(2, 20));
    }

    private Select<Integer> locking(int key, ForUpdate lock) {
        return select(id).where(id.eq(key)).forUpdate(lock);
    }

    @Test
    void lockedRowIsRead() {
        engine().transaction(connection -> assertThat(
                        connection.execute(locking(1, ForUpdate.UPDATE)).all())
                .containsExactly(1));
    }

    @Test
    void lockedRowIsChangedByWhoLocksIt() {
        engine().transaction(connection -> {
            connection.execute(locking(1, ForUpdate.UPDATE)).all();
            connection.execute(update(t).set(n, 11).where(id.eq(1)));
        });
        assertThat(one(select(n).where(id.eq(1)))).isEqualTo(11);
    }

    @Test
    void lockEndsWithItsTransaction() {
        engine().transaction(connection ->
                connection.execute(locking(1, ForUpdate.UPDATE)).all());
        engine().transaction(connection ->
                connection.execute(locking(1, ForUpdate.UPDATE)).all());
        assertThat(run(update(t).set(n, 12).where(id.eq(1)))).isEqualTo(1);
    }

    @Requires(Capability.LOCK_NOWAIT)
    @Test
    void rowThatIsFreeIsLockedWithoutWaiting() {
        engine().transaction(connection -> assertThat(connection
                        .execute(locking(2, ForUpdate.UPDATE.nowait()))
                        .all())
                .containsExactly(2));
    }

    @Requires(Capability.LOCK_NOWAIT)
    @Test
    void rowThatAnotherHoldsIsAnErrorWithoutWaiting() {
        try (Connection one = engine().connect();
                Connection two = engine().connect()) {
            one.execute(locking(1, ForUpdate.UPDATE)).all();
            assertThatThrownBy(() ->
                            two.execute(locking(1, ForUpdate.UPDATE.nowait())).all())
                    .isInstanceOf(LockTimeoutException.class);
            two.rollback();
            one.rollback();
        }
    }

    @Requires(Capability.SKIP_LOCKED)
    @Test
    void rowThatAnotherHoldsIsLeftOut() {
        try (Connection one = engine().connect();
                Connection two = engine().connect()) {
            one.execute(locking(1, ForUpdate.UPDATE)).all();
            assertThat(two.execute(select(id).orderBy(id).forUpdate(ForUpdate.UPDATE.skipLocked()))
                            .all())
                    .containsExactly(2);
            two.rollback();
            one.rollback();
        }
    }
}
