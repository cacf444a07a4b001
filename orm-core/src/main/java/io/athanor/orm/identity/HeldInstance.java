package io.athanor.orm.identity;

import io.athanor.orm.instrument.Tracker;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.state.ObjectState.Lifecycle;
import io.athanor.sql.tree.Expression;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who holds an instance: its mapper, its session, its key, and what keeps it from being collected. */
abstract class HeldInstance extends Tracker {
    private @Nullable EntityMapper<?> mapper;
    private Lifecycle lifecycle;
    private @Nullable PersistenceContext context;
    /** The value of the key; a list of values for a composite key. */
    private @Nullable Object identity;

    private @Nullable Object strong;
    private boolean isRowGone;
    private @Nullable LoadOrigin origin;
    /** What SQL is to compute when the instance is flushed, by attribute. */
    private @Nullable Map<Integer, Expression<?>> computed;
    /** The run over rows of the session that has met the instance last. */
    private int run;

    HeldInstance(Object instance, @Nullable EntityMapper<?> mapper, Lifecycle lifecycle) {
        super(instance, null);
        this.mapper = mapper;
        this.lifecycle = lifecycle;
        if (mapper != null && !mapper.isInstrumented()) {
            strong = instance;
        }
    }

    /** Whether there is something to be written, so that the instance must not be collected. */
    abstract boolean hasChanges();

    /** Forget all that a session knew. */
    abstract void forget();

    /**
     * Note that the row was deleted, so that the instance is of no use to a session any more; or that this was undone.
     *
     * @param isGone whether it was deleted
     */
    public void noteRowGone(boolean isGone) {
        isRowGone = isGone;
    }

    /**
     * Return whether the row was deleted. It stays so when the instance leaves the session.
     *
     * @return whether it was
     */
    public boolean isRowGone() {
        return isRowGone;
    }

    /**
     * Have an instance that no session knew mapped as a session's registry says.
     *
     * @param other the mapper of the instance's class
     */
    public void adopt(EntityMapper<?> other) {
        mapper = other;
    }

    final @Nullable EntityMapper<?> mapperIfKnown() {
        return mapper;
    }

    /**
     * Return the instance.
     *
     * @return the instance, or {@code null} once it was collected
     */
    public @Nullable Object instance() {
        return strong != null ? strong : get();
    }

    /**
     * Return the instance while there is a reference to it.
     *
     * @return the instance
     */
    public Object requireInstance() {
        return Objects.requireNonNull(instance(), "the instance was collected");
    }

    /**
     * Return the mapper.
     *
     * @return the mapper of the instance's class; only of an instance that a session has known
     */
    public EntityMapper<?> mapper() {
        return Objects.requireNonNull(mapper, "the instance is in no session");
    }

    /**
     * Return whether a session has known the instance.
     *
     * @return whether it has a mapper
     */
    public boolean isMapped() {
        return mapper != null;
    }

    /**
     * Return the lifecycle.
     *
     * @return the state
     */
    public Lifecycle lifecycle() {
        return lifecycle;
    }

    /**
     * Return the session.
     *
     * @return the session's context, or {@code null} if no session holds the instance
     */
    public @Nullable PersistenceContext context() {
        return context;
    }

    /**
     * Return the identity.
     *
     * @return the key, or {@code null} before the row is inserted
     */
    public @Nullable EntityKey key() {
        return identity == null ? null : new EntityKey(mapper(), identity);
    }

    /**
     * Return the value of the key.
     *
     * @return the value, or a list of values for a composite key; {@code null} before the row is inserted
     */
    public @Nullable Object identity() {
        return identity;
    }

    final Object requireIdentity() {
        return Objects.requireNonNull(identity, "the instance has no row yet");
    }

    /**
     * Move the instance to another state.
     *
     * @param next the state
     * @param holder the session that holds it from now on, or {@code null} for none
     */
    public void enter(Lifecycle next, @Nullable PersistenceContext holder) {
        lifecycle = next;
        if (context != holder) {
            context = holder;
            run = 0;
        }
        if (next == Lifecycle.TRANSIENT) {
            identity = null;
            isRowGone = false;
            forget();
        }
        holdWhileNeeded();
    }

    /** What must be written, and what has no row, must not be collected. */
    final void holdWhileNeeded() {
        boolean isNeeded = mapper != null && !mapper.isInstrumented()
                || context != null
                        && (hasChanges() || lifecycle == Lifecycle.PENDING || lifecycle == Lifecycle.DELETED);
        strong = isNeeded ? instance() : null;
    }

    /**
     * Give the instance its identity.
     *
     * @param key the key
     */
    public void identify(EntityKey key) {
        identity = key.identity();
    }

    /**
     * Return whether the instance is met for the first time in a run over rows.
     *
     * @param number the run, above 0
     * @return whether it is; not when asked again for the same run
     */
    public boolean isFirstIn(int number) {
        boolean isFirst = run != number;
        run = number;
        return isFirst;
    }

    /** Take the identity of a row, and the session that has read it. */
    final void takeRow(Object key, PersistenceContext reader) {
        identity = key;
        context = reader;
    }

    /**
     * Remember which statement has loaded the instance.
     *
     * @param statement what it said
     */
    public void cameFrom(LoadOrigin statement) {
        origin = statement;
    }

    /**
     * Return which statement has loaded the instance.
     *
     * @return what it said, or {@code null} if it said nothing that matters later
     */
    public @Nullable LoadOrigin origin() {
        return origin;
    }

    // -- what SQL computes -------------------------------------------------------------------------------------------

    final void noteComputed(int index, Expression<?> sql) {
        if (computed == null) {
            computed = new TreeMap<>();
        }
        computed.put(index, sql);
    }

    final void forgetComputed(int index) {
        if (computed != null) {
            computed.remove(index);
            computed = computed.isEmpty() ? null : computed;
        }
    }

    final void forgetComputed() {
        computed = null;
    }

    final boolean isComputed() {
        return computed != null;
    }

    /**
     * Return which attributes SQL is to compute when the instance is flushed.
     *
     * @return the expressions by the index of the attribute; not a copy
     */
    public Map<Integer, Expression<?>> computed() {
        return computed == null ? Map.of() : computed;
    }
}
