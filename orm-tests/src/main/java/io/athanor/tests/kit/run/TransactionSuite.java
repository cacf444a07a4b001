package io.athanor.tests.kit.run;

import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Connection;
import io.athanor.engine.Transaction;
import io.athanor.engine.TwoPhaseTransaction;
import io.athanor.engine.dialect.Capability;
import io.athanor.engine.error.UniqueViolationException;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Transactions and savepoints. */
public abstract class TransactionSuite extends KitSuite {
    private final Table t =
            table("tx_rows", s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false)));
    private final NamedColumn<Integer> id = column(t, "id", INTEGER);

    /** Create the suite. */
    protected TransactionSuite() {}

    private Insert of(int key) {
        return insert(t).set(id, key);
    }

    private List<Integer> ids() {
        return all(select(id).orderBy(id));
    }

    @Test
    void commitKeepsRows() {
        try (Connection connection = engine().connect()) {
            connection.execute(of(1));
            connection.commit();
        }
        assertThat(ids()).containsExactly(1);
    }

    @Test
    void rollbackUndoesRows() {
        try (Connection connection = engine().connect()) {
            connection.execute(of(1));
            connection.rollback();
        }
        assertThat(ids()).isEmpty();
    }

    @Test
    void closeWithoutCommitUndoesRows() {
        try (Connection connection = engine().connect()) {
            connection.execute(of(1));
        }
        assertThat(ids()).isEmpty();
    }

    @Test
    void firstStatementBeginsATransaction() {
        try (Connection connection = engine().connect()) {
            assertThat(connection.isInTransaction()).isFalse();
            connection.execute(of(1));
            assertThat(connection.isInTransaction()).isTrue();
            connection.commit();
            assertThat(connection.isInTransaction()).isFalse();
        }
    }

    @Test
    void explicitTransactionIsCommitted() {
        try (Connection connection = engine().connect();
                Transaction transaction = connection.begin()) {
            connection.execute(of(1));
            transaction.commit();
            assertThat(transaction.isActive()).isFalse();
        }
        assertThat(ids()).containsExactly(1);
    }

    @Test
    void explicitTransactionThatIsClosedIsRolledBack() {
        try (Connection connection = engine().connect()) {
            try (Transaction transaction = connection.begin()) {
                connection.execute(of(1));
                assertThat(transaction.isActive()).isTrue();
            }
            assertThat(connection.execute(select(id)).all()).isEmpty();
        }
    }

    @Test
    void workThatThrowsIsRolledBack() {
        assertThatThrownBy(() -> engine().transaction(connection -> {
                    connection.execute(of(1));
                    throw new java.io.IOException("no");
                }))
                .isInstanceOf(java.io.IOException.class);
        assertThat(ids()).isEmpty();
    }

    @Test
    void severalTransactionsOnOneConnection() {
        try (Connection connection = engine().connect()) {
            connection.execute(of(1));
            connection.commit();
            connection.execute(of(2));
            connection.rollback();
            connection.execute(of(3));
            connection.commit();
        }
        assertThat(ids()).containsExactly(1, 3);
    }

    @Test
    void ownChangesAreSeenBeforeTheCommit() {
        engine().transaction(connection -> {
            connection.execute(of(1));
            assertThat(connection.execute(select(id)).all()).containsExactly(1);
        });
    }

    @Test
    void errorLeavesTheConnectionUsableAfterRollback() {
        try (Connection connection = engine().connect()) {
            connection.execute(of(1));
            assertThatThrownBy(() -> connection.execute(of(1))).isInstanceOf(UniqueViolationException.class);
            connection.rollback();
            connection.execute(of(2));
            connection.commit();
        }
        assertThat(ids()).containsExactly(2);
    }

    @Requires(Capability.SAVEPOINTS)
    @Test
    void savepointIsRolledBack() {
        engine().transaction(connection -> {
            connection.execute(of(1));
            try (Transaction savepoint = connection.beginNested()) {
                connection.execute(of(2));
                savepoint.rollback();
            }
            connection.execute(of(3));
        });
        assertThat(ids()).containsExactly(1, 3);
    }

    @Requires(Capability.SAVEPOINTS)
    @Test
    void savepointIsReleased() {
        engine().transaction(connection -> {
            connection.execute(of(1));
            try (Transaction savepoint = connection.beginNested()) {
                connection.execute(of(2));
                savepoint.commit();
            }
        });
        assertThat(ids()).containsExactly(1, 2);
    }

    @Requires(Capability.SAVEPOINTS)
    @Test
    void savepointThatIsClosedIsRolledBack() {
        engine().transaction(connection -> {
            connection.execute(of(1));
            try (Transaction savepoint = connection.beginNested()) {
                connection.execute(of(2));
                assertThat(savepoint.isActive()).isTrue();
            }
        });
        assertThat(ids()).containsExactly(1);
    }

    @Requires(Capability.SAVEPOINTS)
    @Test
    void savepointsAreNested() {
        engine().transaction(connection -> {
            try (Transaction outer = connection.beginNested()) {
                connection.execute(of(1));
                try (Transaction inner = connection.beginNested()) {
                    connection.execute(of(2));
                    inner.rollback();
                }
                outer.commit();
            }
        });
        assertThat(ids()).containsExactly(1);
    }

    @Requires(Capability.SAVEPOINTS)
    @Test
    void outerRollbackUndoesReleasedSavepoint() {
        try (Connection connection = engine().connect()) {
            try (Transaction savepoint = connection.beginNested()) {
                connection.execute(of(1));
                savepoint.commit();
            }
            connection.rollback();
        }
        assertThat(ids()).isEmpty();
    }

    @Requires(Capability.SAVEPOINTS)
    @Test
    void errorWithinASavepointLeavesTheRest() {
        engine().transaction(connection -> {
            connection.execute(of(1));
            try (Transaction savepoint = connection.beginNested()) {
                assertThatThrownBy(() -> connection.execute(of(1))).isInstanceOf(UniqueViolationException.class);
                savepoint.rollback();
            }
            connection.execute(of(2));
        });
        assertThat(ids()).containsExactly(1, 2);
    }

    @Requires(Capability.TWO_PHASE_COMMIT)
    @Test
    void preparedTransactionIsCommitted() {
        try (Connection connection = engine().connect()) {
            TwoPhaseTransaction transaction = connection.beginTwoPhase();
            connection.execute(of(1));
            transaction.prepare();
            transaction.commit();
        }
        assertThat(ids()).containsExactly(1);
    }

    @Requires(Capability.TWO_PHASE_COMMIT)
    @Test
    void preparedTransactionIsRolledBack() {
        try (Connection connection = engine().connect()) {
            TwoPhaseTransaction transaction = connection.beginTwoPhase();
            connection.execute(of(1));
            transaction.prepare();
            transaction.rollback();
        }
        assertThat(ids()).isEmpty();
    }

    @Requires(Capability.TRANSACTIONAL_DDL)
    @Test
    void createTableIsRolledBack() {
        try (Connection connection = engine().connect()) {
            connection.run(text("CREATE TABLE tx_new (id INTEGER)"));
            connection.rollback();
            assertThat(connection.hasTable("tx_new")).isFalse();
        }
    }
}
