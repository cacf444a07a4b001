package io.athanor.engine.pool;

import io.athanor.engine.error.PoolClosedException;
import java.sql.SQLException;

/**
 * No pool: each loan is a new connection from elsewhere, closed when it comes back. For a {@code DataSource} that pools by
 * itself.
 *
 * @since 0.1.0
 */
public final class DataSourcePool implements ConnectionPool {
    private final String name;
    private final Connector connector;
    private final Loans loans = new Loans();
    private volatile boolean isClosed;

    /**
     * Create a pool.
     *
     * @param name what it is called in messages
     * @param connector opens the connections
     */
    public DataSourcePool(String name, Connector connector) {
        this.name = name;
        this.connector = connector;
    }

    @Override
    public Loan borrow() throws SQLException {
        if (isClosed) {
            throw new PoolClosedException("The engine of [%s] is closed; open a new engine".formatted(name));
        }
        Loan loan = new Loan(connector.open(), this::takeBack);
        loans.add(loan);
        return loan;
    }

    private void takeBack(Loan loan, boolean isUsable) throws SQLException {
        loans.remove(loan);
        // Aborting keeps a pool behind the data source from lending it again; some drivers do nothing on it, so it is
        // closed too.
        try {
            if (!isUsable) {
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
        isClosed = true;
    }
}
