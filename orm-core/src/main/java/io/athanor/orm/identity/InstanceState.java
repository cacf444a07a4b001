package io.athanor.orm.identity;

import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.instrument.Tracker;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.orm.state.DetachedInstanceException;
import io.athanor.orm.state.ObjectState.Lifecycle;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a session keeps of one instance: its key, which attributes are loaded, which were changed and what they were. It
 * holds the instance weakly while there is nothing to write, strongly else. Confined to the thread that uses the session.
 */
public final class InstanceState extends Tracker {
    private static final Object NOT_LOADED = new Object();

    private final EntityMapper<?> mapper;
    private Lifecycle lifecycle;
    private @Nullable PersistenceContext context;
    private @Nullable EntityKey key;
    private @Nullable Object strong;
    private long @Nullable [] unloaded;
    private long @Nullable [] changed;
    /** What changed attributes were; for a class that is tracked by snapshot, what all of them were. */
    private @Nullable Object @Nullable [] committed;

    /**
     * Create the state of an instance and attach it.
     *
     * @param instance the instance
     * @param mapper its mapper
     * @param lifecycle its state
     * @param queue told when it was collected
     */
    public InstanceState(
            Object instance, EntityMapper<?> mapper, Lifecycle lifecycle, @Nullable ReferenceQueue<Object> queue) {
        super(instance, queue);
        this.mapper = mapper;
        this.lifecycle = lifecycle;
        if (mapper.isInstrumented()) {
            ((Instrumented) instance).$orm$tracker(this);
        } else {
            strong = instance;
        }
    }

    /**
     * Return the state attached to an instance.
     *
     * @param instance an instance of an enhanced class
     * @return its state, or {@code null} if it is transient
     */
    public static @Nullable InstanceState of(Object instance) {
        return instance instanceof Instrumented instrumented ? (InstanceState) instrumented.$orm$tracker() : null;
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
     * @return the mapper of the instance's class
     */
    public EntityMapper<?> mapper() {
        return mapper;
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
        return key;
    }

    /**
     * Move the instance to another state.
     *
     * @param next the state
     * @param holder the session that holds it from now on, or {@code null} for none
     */
    public void enter(Lifecycle next, @Nullable PersistenceContext holder) {
        lifecycle = next;
        context = holder;
        if (next == Lifecycle.TRANSIENT) {
            key = null;
            forgetChanges();
            unloaded = null;
            pending = false;
            detachTracker();
        }
        holdWhileNeeded();
    }

    private void detachTracker() {
        if (instance() instanceof Instrumented instrumented && mapper.isInstrumented()) {
            instrumented.$orm$tracker(null);
        }
    }

    /** What must be written, and what has no row, must not be collected. */
    private void holdWhileNeeded() {
        boolean isNeeded = !mapper.isInstrumented()
                || context != null
                        && (changed != null || lifecycle == Lifecycle.PENDING || lifecycle == Lifecycle.DELETED);
        strong = isNeeded ? instance() : null;
    }

    /**
     * Give the instance its identity.
     *
     * @param identity the key
     */
    public void identify(EntityKey identity) {
        key = identity;
    }

    // -- loading -----------------------------------------------------------------------------------------------------

    /**
     * Return whether an attribute is to be loaded on the next access, or on the next occasion if it is tracked by snapshot.
     *
     * @param index the attribute
     * @return whether it is; not if it was assigned since it was expired
     */
    public boolean isUnloaded(int index) {
        return Bits.has(unloaded, index) && (mapper.isInstrumented() || !differsFromSnapshot(index));
    }

    private boolean differsFromSnapshot(int index) {
        return committed != null && !Objects.deepEquals(committed[index], mapper.get(requireInstance(), index));
    }

    private void renewSnapshot(int index) {
        if (!mapper.isInstrumented() && committed != null) {
            committed[index] = mapper.get(requireInstance(), index);
        }
    }

    /**
     * Return whether any attribute is to be loaded on the next access.
     *
     * @return whether one is
     */
    public boolean hasUnloaded() {
        return unloaded != null;
    }

    /** Have every attribute loaded on the next access, and forget what was changed. */
    public void expire() {
        unloaded = Bits.all(mapper.attributeCount());
        pending = true;
        forgetChanges();
        holdWhileNeeded();
    }

    /**
     * Have an attribute loaded on the next access, and forget what was changed in it.
     *
     * @param index the attribute
     */
    public void expire(int index) {
        unloaded = Bits.with(unloaded, index, mapper.attributeCount());
        pending = true;
        changed = Bits.without(changed, index);
        renewSnapshot(index);
        holdWhileNeeded();
    }

    /**
     * Note that an attribute holds what the database has.
     *
     * @param index the attribute
     */
    public void markLoaded(int index) {
        unloaded = Bits.without(unloaded, index);
        pending = unloaded != null;
        renewSnapshot(index);
    }

    /** Note that what was not loaded now is; changes made since stay changes. */
    public void completeLoad() {
        boolean isFirst = !mapper.isInstrumented() && committed == null;
        markAllLoaded();
        if (isFirst) {
            takeSnapshot();
        }
    }

    /** Note that all attributes hold what the database has. */
    public void markAllLoaded() {
        unloaded = null;
        pending = false;
    }

    @Override
    public void read(int index) {
        if (!isUnloaded(index)) {
            return;
        }
        PersistenceContext holder = context;
        if (holder == null) {
            String entity = mapper.type().getSimpleName();
            throw new DetachedInstanceException(
                    "Attribute [%s.%s] is not loaded and its instance is in no session; read it before the session is closed, turn off expireOnCommit, or add the instance to a session"
                            .formatted(entity, mapper.attribute(index).name()));
        }
        holder.load(this);
    }

    // -- changes -----------------------------------------------------------------------------------------------------

    @Override
    public @Nullable Object write(int index, @Nullable Object old, @Nullable Object value) {
        if (isFirstChange(index)) {
            remember(index, old);
        }
        return value;
    }

    @Override
    public int writeInt(int index, int old, int value) {
        if (isFirstChange(index)) {
            remember(index, old);
        }
        return value;
    }

    @Override
    public long writeLong(int index, long old, long value) {
        if (isFirstChange(index)) {
            remember(index, old);
        }
        return value;
    }

    @Override
    public double writeDouble(int index, double old, double value) {
        if (isFirstChange(index)) {
            remember(index, old);
        }
        return value;
    }

    @Override
    public boolean writeBoolean(int index, boolean old, boolean value) {
        if (isFirstChange(index)) {
            remember(index, old);
        }
        return value;
    }

    private boolean isFirstChange(int index) {
        return lifecycle != Lifecycle.PENDING && !Bits.has(changed, index);
    }

    /**
     * Assign an attribute as the application would.
     *
     * @param index the attribute
     * @param value the value
     */
    public void assign(int index, @Nullable Object value) {
        Object instance = requireInstance();
        if (mapper.isInstrumented() && isFirstChange(index)) {
            remember(index, mapper.get(instance, index));
        }
        mapper.set(instance, index, value);
    }

    private void remember(int index, @Nullable Object old) {
        if (context != null) {
            context.noteChange(this);
        }
        if (committed == null) {
            committed = new Object[mapper.attributeCount()];
        }
        committed[index] = isUnloaded(index) ? NOT_LOADED : old;
        changed = Bits.with(changed, index, mapper.attributeCount());
        markLoaded(index);
        holdWhileNeeded();
    }

    /** Remember what an instance that is tracked by snapshot holds now, as what it was. */
    public void takeSnapshot() {
        Object instance = requireInstance();
        @Nullable Object[] values = new Object[mapper.attributeCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = mapper.get(instance, i);
        }
        committed = values;
    }

    /**
     * Return what an instance that is tracked by snapshot was.
     *
     * @return the values by attribute
     */
    public @Nullable Object[] snapshot() {
        return Objects.requireNonNull(committed, "no snapshot was taken");
    }

    /**
     * Return whether an attribute was assigned since it was loaded or flushed, perhaps to an equal value.
     *
     * @return whether one was
     */
    public boolean isModified() {
        if (lifecycle == Lifecycle.PENDING) {
            return true;
        }
        return mapper.isInstrumented() ? changed != null : !netChanges().isEmpty();
    }

    /**
     * Return the attributes whose value is another than was loaded or flushed.
     *
     * @return their indexes, upwards
     */
    public List<Integer> netChanges() {
        List<Integer> changes = new ArrayList<>();
        for (int i = 0; i < mapper.attributeCount(); i++) {
            boolean isCandidate = !mapper.isInstrumented() || Bits.has(changed, i);
            if (isCandidate && differsFromSnapshot(i)) {
                changes.add(i);
            }
        }
        return changes;
    }

    /**
     * Return whether an attribute was assigned.
     *
     * @param index the attribute
     * @return whether it was, perhaps to an equal value
     */
    public boolean isChanged(int index) {
        return mapper.isInstrumented() ? Bits.has(changed, index) : netChanges().contains(index);
    }

    /**
     * Return what a changed attribute was.
     *
     * @param index the attribute
     * @return the old value; nothing if it was changed without having been loaded
     */
    public List<@Nullable Object> oldValue(int index) {
        Object old = committed == null ? null : committed[index];
        List<@Nullable Object> values = new ArrayList<>(1);
        if (old != NOT_LOADED) {
            values.add(old);
        }
        return values;
    }

    /** Take the present values as those of the database. */
    public void markClean() {
        forgetChanges();
        holdWhileNeeded();
    }

    private void forgetChanges() {
        changed = null;
        committed = null;
        if (!mapper.isInstrumented() && lifecycle == Lifecycle.PERSISTENT && instance() != null) {
            takeSnapshot();
        }
    }

    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder(mapper.type().getSimpleName()).append(' ').append(lifecycle);
        for (int i = 0; i < mapper.attributeCount(); i++) {
            MappedAttribute attribute = mapper.attribute(i);
            if (isUnloaded(i)) {
                text.append(" -").append(attribute.name());
            } else if (Bits.has(changed, i)) {
                text.append(" +").append(attribute.name());
            }
        }
        return text.toString();
    }
}
