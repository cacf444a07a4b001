package io.athanor.engine;

/** The transaction of a connection, as the user who began it sees it. */
final class RootTransaction implements Transaction {
    private final TransactionState state;
    private final long number;

    RootTransaction(TransactionState state, long number) {
        this.state = state;
        this.number = number;
    }

    @Override
    public void commit() {
        if (!isActive()) {
            throw new InvalidRequestException("The transaction has ended already; begin another one");
        }
        state.commit();
    }

    @Override
    public void rollback() {
        if (isActive()) {
            state.rollback();
        }
    }

    @Override
    public boolean isActive() {
        return state.isCurrent(number);
    }

    @Override
    public void close() {
        rollback();
    }
}
