package io.athanor.engine.pool;

import io.athanor.engine.error.PoolClosedException;
import java.sql.SQLException;

/**
 * No pool: each loan is a new connection, closed when it comes back; SQLAlchemy's {@code NullPool}. For a
 * {@code DataSource} that pools by itself, and for programs that connect seldom. Sets no limit.
 *
 * @since 0.1.0
 */
public final class NullPool implements ConnectionPool {
    private final PoolSettings settings;
    private final Connector connector;
    private final Loans loans = new Loans();
    private volatile boolean isClosed;

    /**
     * Create a pool.
     *
     * @param settings its name, and how long closing waits; all else has no meaning here
     * @param connector opens the connections
     */
    public NullPool(PoolSettings settings, Connector connector) {
        this.settings = settings;
        this.connector = connector;
    }

    @Override
    public Loan borrow() throws SQLException {
        refuseIfClosed();
        Loan loan = new Loan(connector.open(), this::takeBack);
        loans.add(loan);
        if (isClosed) {
            // Closed while this one was opened.
            loan.giveBack();
            refuseIfClosed();
        }
        return loan;
    }

    private void refuseIfClosed() {
        if (isClosed) {
            throw new PoolClosedException("The engine of [%s] is closed; open a new engine".formatted(settings.name()));
        }
    }

    private void takeBack(Loan loan, Loan.End end) throws SQLException {
        loans.remove(loan);
        // Aborting keeps a pool behind a data source from lending it again; some drivers do nothing on it, so it is
        // closed too.
        try {
            if (end != Loan.End.AT_REST) {
                loan.connection().abort(Runnable::run);
            }
        } finally {
            loan.connection().close();
        }
    }

    @Override
    public PoolState state() {
        int active = loans.size();
        return new PoolState(active, active, 0, 0, 0);
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            loans.awaitOthers(settings, loans::size);
        }
    }
}
