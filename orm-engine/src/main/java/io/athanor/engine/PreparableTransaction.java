package io.athanor.engine;

/** The transaction in two phases of a connection, as the user who began it sees it. */
final class PreparableTransaction implements TwoPhaseTransaction {
    private final TransactionState state;
    private final long number;
    private final String id;

    PreparableTransaction(TransactionState state, long number, String id) {
        this.state = state;
        this.number = number;
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void prepare() {
        refuseEnded();
        state.prepare(id);
    }

    @Override
    public void commit() {
        refuseEnded();
        state.commit();
    }

    private void refuseEnded() {
        if (!isActive()) {
            throw new InvalidRequestException("Transaction [%s] has ended already; begin another one".formatted(id));
        }
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
