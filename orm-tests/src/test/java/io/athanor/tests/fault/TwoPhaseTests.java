package io.athanor.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.athanor.engine.Connection;
import io.athanor.engine.InvalidRequestException;
import io.athanor.engine.TwoPhaseTransaction;
import io.athanor.engine.dialect.Capability;
import io.athanor.sql.error.ArgumentException;
import io.athanor.tests.database.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Transactions in two phases. */
@ParameterizedClass
@MethodSource("databases")
class TwoPhaseTests extends FaultTests {
    TwoPhaseTests(Database database) {
        super(database);
    }

    private boolean isPossible() {
        return engine.dialect().capabilities().has(Capability.TWO_PHASE_COMMIT);
    }

    @Test
    void databaseWithoutThemRefuses() {
        assumeFalse(isPossible(), "the database has them");
        try (Connection c = engine.connect()) {
            assertThatThrownBy(c::beginTwoPhase)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("[" + database.dialect() + "]");
            assertThatThrownBy(c::preparedTransactions).isInstanceOf(InvalidRequestException.class);
        }
    }

    @Nested
    class Possible {
        @BeforeEach
        void needsThem() {
            assumeTrue(isPossible(), "the dialect does not declare two phases");
        }

        @Test
        void bothPhasesCommit() {
            try (Connection c = engine.connect()) {
                TwoPhaseTransaction transaction = c.beginTwoPhase();
                add(c, 1, "ed");
                transaction.prepare();
                assertThat(transaction.isActive()).isTrue();
                assertThatThrownBy(() -> add(c, 2, "wendy"))
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageContaining("is prepared");
                transaction.commit();
                assertThat(transaction.isActive()).isFalse();
                add(c, 3, "mary");
                c.commit();
            }
            assertThat(count()).isEqualTo(2);
        }

        @Test
        void unpreparedOneCommitsAtOnce() {
            try (Connection c = engine.connect()) {
                TwoPhaseTransaction transaction = c.beginTwoPhase("one.phase");
                add(c, 1, "ed");
                transaction.commit();
            }
            assertThat(count()).isEqualTo(1);
        }

        @Test
        void rollbackUndoesItPreparedOrNot() {
            try (Connection c = engine.connect()) {
                try (TwoPhaseTransaction unprepared = c.beginTwoPhase()) {
                    add(c, 1, "ed");
                }
                try (TwoPhaseTransaction prepared = c.beginTwoPhase()) {
                    add(c, 1, "ed");
                    prepared.prepare();
                }
                assertThat(c.preparedTransactions()).isEmpty();
            }
            assertThat(count()).isZero();
        }

        @Test
        void preparedOneOutlivesItsConnectionAndIsRecovered() {
            String id = "unit-" + System.nanoTime();
            Connection dying = engine.connect();
            TwoPhaseTransaction transaction = dying.beginTwoPhase(id);
            add(dying, 1, "ed");
            transaction.prepare();
            dying.invalidate();
            dying.close();
            try (Connection c = engine.connect()) {
                assertThat(c.preparedTransactions()).contains(id);
                c.commitPrepared(id);
                assertThat(c.preparedTransactions()).doesNotContain(id);
            }
            assertThat(count()).isEqualTo(1);
        }

        @Test
        void abandonedOneIsRolledBackByAnother() {
            String id = "unit-" + System.nanoTime();
            Connection dying = engine.connect();
            TwoPhaseTransaction transaction = dying.beginTwoPhase(id);
            add(dying, 1, "ed");
            transaction.prepare();
            dying.invalidate();
            dying.close();
            engine.connect().close();
            try (Connection c = engine.connect()) {
                c.rollbackPrepared(id);
                assertThat(c.preparedTransactions()).doesNotContain(id);
            }
            assertThat(count()).isZero();
        }

        @Test
        void nameThatWouldBeMoreThanANameIsRefused() {
            try (Connection c = engine.connect()) {
                for (String hostile : new String[] {"", "a'b", "a\\", "a b", "a;b", "x".repeat(65)}) {
                    assertThatThrownBy(() -> c.beginTwoPhase(hostile)).isInstanceOf(ArgumentException.class);
                    assertThatThrownBy(() -> c.commitPrepared(hostile)).isInstanceOf(ArgumentException.class);
                }
                assertThat(c.isInTransaction()).isFalse();
            }
        }
    }
}
