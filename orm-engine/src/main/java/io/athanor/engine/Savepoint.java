package io.athanor.engine;

/** A savepoint. */
final class Savepoint implements Transaction {
    private final TransactionState state;
    private final String name;

    Savepoint(TransactionState state, String name) {
        this.state = state;
        this.name = name;
    }

    String name() {
        return name;
    }

    @Override
    public void commit() {
        if (!isActive()) {
            throw new InvalidRequestException(
                    "Savepoint [%s] has ended already, or its transaction has; begin another one".formatted(name));
        }
        state.release(this);
    }

    @Override
    public void rollback() {
        if (isActive()) {
            state.rollbackTo(this);
        }
    }

    @Override
    public boolean isActive() {
        return state.holds(this);
    }

    @Override
    public void close() {
        rollback();
    }
}
