package io.athanor.engine;

import io.athanor.engine.dialect.TransactionControl;
import io.athanor.engine.pool.Loan;
import java.lang.ref.Cleaner;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loan of a connection, which outlives the connection that has it: one that is collected before it was closed is a leak,
 * is logged with where it was taken, and goes back to the pool. Must not refer to what it watches.
 */
final class LoanWatch {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final Cleaner CLEANER = Cleaner.create();

    private final EngineContext context;
    private volatile @Nullable Loan loan;

    LoanWatch(EngineContext context) {
        this.context = context;
    }

    /** Watch until what is returned is cleaned. */
    Cleaner.Cleanable over(ConnectionCore holder) {
        return CLEANER.register(holder, this::takeBackLeaked);
    }

    @Nullable Loan loan() {
        return loan;
    }

    void lend(Loan lent) {
        this.loan = lent;
    }

    /** End the watch. */
    @Nullable Loan end() {
        Loan last = loan;
        loan = null;
        return last;
    }

    private void takeBackLeaked() {
        Loan leaked = end();
        if (leaked == null) {
            return;
        }
        LOG.warn(
                "A connection of [{}] was not closed before it was collected; it was borrowed by thread [{}] as follows, and"
                        + " is taken back. Close connections, best by try-with-resources",
                context.name,
                leaked.holderName(),
                leaked.origin());
        try {
            reset(leaked.connection());
            leaked.giveBack();
        } catch (SQLException | RuntimeException unusable) {
            discard(leaked);
        }
        context.events.leaked(leaked.origin());
    }

    private void reset(Connection connection) throws SQLException {
        TransactionControl control = context.dialect().transactions();
        control.rollback(connection);
        control.reset(connection);
        context.baseline().restore(control, connection);
    }

    private void discard(Loan leaked) {
        try {
            leaked.discard();
        } catch (SQLException failure) {
            LOG.debug("A leaked connection could not be closed", context.failures.redacted(failure));
        }
    }
}
