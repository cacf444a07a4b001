package io.athanor.orm.identity;

import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.state.DetachedInstanceException;
import io.athanor.orm.state.ObjectState.Lifecycle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which attributes of an instance are loaded, which were changed, and what they were. */
abstract class AttributeState extends HeldInstance {
    static final Object NOT_LOADED = new Object();

    private long @Nullable [] unloaded;
    private long @Nullable [] changed;
    /** Columns that are loaded one by one, each when it is used. */
    private long @Nullable [] deferred;

    /** To which attributes null was assigned while there was no row: to them, unlike to others that hold null, it was meant. */
    private long @Nullable [] nulled;

    private boolean isExpired;
    /** What changed attributes were; for a class that is tracked by snapshot, what all of them were. */
    private @Nullable Object @Nullable [] committed;

    AttributeState(Object instance, @Nullable EntityMapper<?> mapper, Lifecycle lifecycle) {
        super(instance, mapper, lifecycle);
    }

    /** This, which is an instance state and nothing else. */
    abstract InstanceState self();

    /** Load a relationship because it is read. */
    abstract void readRelationship(int index, RelationshipMapping relationship);

    /** Assign a relationship. */
    abstract @Nullable Object assignRelationship(int index, RelationshipMapping relationship, @Nullable Object value);

    /** Forget what a relationship holds. */
    abstract void clear(int index, RelationshipMapping relationship);

    /** Forget how collections were changed. */
    abstract void forgetMemberChanges();

    /** The relationship of a field, or null if the field is none: as the mapper has it, or else as the class states it. */
    abstract @Nullable RelationshipMapping relationship(int index);

    final boolean isUnknown(int index) {
        return Bits.has(unloaded, index);
    }

    final @Nullable Object committed(int index) {
        return committed == null ? null : committed[index];
    }

    final void commit(int index, @Nullable Object value) {
        if (committed != null) {
            committed[index] = value;
        }
    }

    @Override
    final boolean hasChanges() {
        return changed != null || isComputed();
    }

    @Override
    final void forget() {
        forgetChanges();
        unloaded = null;
        pending = false;
        isExpired = false;
    }

    // -- loading -----------------------------------------------------------------------------------------------------

    /**
     * Return whether an attribute is to be loaded on the next access, or on the next occasion if it is tracked by snapshot.
     *
     * @param index the attribute
     * @return whether it is; not if it was assigned since it was expired
     */
    public boolean isUnloaded(int index) {
        return Bits.has(unloaded, index) && (mapper().isInstrumented() || !differsFromSnapshot(index));
    }

    private boolean differsFromSnapshot(int index) {
        return committed != null && !Objects.deepEquals(committed[index], mapper().get(requireInstance(), index));
    }

    private void renewSnapshot(int index) {
        if (isMapped() && !mapper().isInstrumented() && committed != null) {
            committed[index] = mapper().get(requireInstance(), index);
        }
    }

    /**
     * Return whether any attribute is to be loaded on the next access.
     *
     * @return whether one is
     */
    public boolean hasUnloaded() {
        return unloaded != null && Bits.intersect(unloaded, mapper().columnSlots());
    }

    /**
     * Return whether the whole instance was expired and not loaded since.
     *
     * @return whether it was
     */
    public boolean isExpired() {
        return isExpired && Bits.intersect(unloaded, Bits.minus(mapper().columnSlots(), deferred));
    }

    /** Have every attribute loaded on the next access, and forget what was changed. */
    public void expire() {
        long[] before = unloaded;
        unloaded = mapper().slots();
        deferred = mapper().deferredSlots();
        pending = true;
        isExpired = true;
        forgetChanges();
        for (MappedRelationship each : mapper().relationships()) {
            // What was not loaded holds nothing.
            if (!Bits.has(before, each.index())) {
                clear(each.index(), each.mapping());
            }
        }
        holdWhileNeeded();
    }

    /**
     * Have an attribute loaded on the next access, and forget what was changed in it.
     *
     * @param index the attribute
     */
    public void expire(int index) {
        unloaded = Bits.with(unloaded, index, mapper().slotCount());
        pending = true;
        changed = Bits.without(changed, index);
        forgetComputed(index);
        RelationshipMapping relationship = relationship(index);
        if (relationship == null) {
            if (Bits.has(mapper().deferredSlots(), index)) {
                deferred = Bits.with(deferred, index, mapper().slotCount());
            }
            renewSnapshot(index);
        } else {
            clear(index, relationship);
        }
        holdWhileNeeded();
    }

    /**
     * Have an attribute loaded alone, when it is read.
     *
     * @param index the attribute
     */
    public void defer(int index) {
        expire(index);
        deferred = Bits.with(deferred, index, mapper().slotCount());
    }

    /**
     * Return whether an attribute is loaded alone, when it is read.
     *
     * @param index the attribute
     * @return whether it is, and was not read yet
     */
    public boolean isDeferred(int index) {
        return Bits.has(deferred, index);
    }

    /** Have all relationships loaded when they are used, as those of an instance that was made of a row. */
    public void expireRelationships() {
        unloaded = Bits.union(unloaded, mapper().relationshipSlots());
        pending = unloaded != null;
    }

    /**
     * Note that an attribute holds what the database has.
     *
     * @param index the attribute
     */
    public void markLoaded(int index) {
        unloaded = Bits.without(unloaded, index);
        deferred = Bits.without(deferred, index);
        pending = unloaded != null;
        renewSnapshot(index);
    }

    /** Note that what was not loaded now is; changes made since stay changes. */
    public void completeLoad() {
        boolean isFirst = !mapper().isInstrumented() && committed == null;
        isExpired = false;
        markAllLoaded();
        if (isFirst) {
            takeSnapshot();
        }
    }

    /** Note that all attributes that are stored in columns hold what the database has. */
    public void markAllLoaded() {
        unloaded = Bits.minus(unloaded, Bits.minus(mapper().columnSlots(), deferred));
        pending = unloaded != null;
    }

    @Override
    public void read(int index) {
        if (!isUnloaded(index)) {
            return;
        }
        RelationshipMapping relationship = relationship(index);
        if (relationship == null) {
            PersistenceContext holder = requireContext(index);
            if (isDeferred(index)) {
                holder.loadDeferred(self(), index);
            } else {
                holder.load(self());
            }
        } else {
            readRelationship(index, relationship);
        }
    }

    /** The session that is to load an attribute. */
    PersistenceContext requireContext(int index) {
        PersistenceContext holder = context();
        if (holder == null) {
            String entity = mapper().type().getSimpleName();
            throw new DetachedInstanceException(
                    "Attribute [%s.%s] is not loaded and its instance is in no session; read it before the session is closed, turn off expireOnCommit, or add the instance to a session"
                            .formatted(entity, mapper().nameOf(index)));
        }
        return holder;
    }

    // -- changes -----------------------------------------------------------------------------------------------------

    /** What is not in the database yet needs no record of what it was. */
    final boolean isRecording() {
        return lifecycle() != Lifecycle.PENDING && lifecycle() != Lifecycle.TRANSIENT;
    }

    @Override
    public @Nullable Object write(int index, @Nullable Object old, @Nullable Object value) {
        if (value == null) {
            noteNull(index);
        }
        RelationshipMapping relationship = relationship(index);
        if (relationship != null) {
            return assignRelationship(index, relationship, value);
        }
        if (isFirstChange(index)) {
            remember(index, old);
        }
        return heard(index, value);
    }

    /** What is stored of an assigned value, once those who listen have been asked; they are few, so that it may be boxed. */
    private @Nullable Object heard(int index, @Nullable Object value) {
        PersistenceContext holder = context();
        return holder != null && holder.isSetHeard() ? holder.assigned(self(), index, value) : value;
    }

    private boolean isHeard() {
        PersistenceContext holder = context();
        return holder != null && holder.isSetHeard();
    }

    @Override
    public int writeInt(int index, int old, int value) {
        if (isFirstChange(index)) {
            remember(index, old);
        }
        return isHeard() ? (Integer) Objects.requireNonNull(heard(index, value)) : value;
    }

    @Override
    public long writeLong(int index, long old, long value) {
        if (isFirstChange(index)) {
            remember(index, old);
        }
        return isHeard() ? (Long) Objects.requireNonNull(heard(index, value)) : value;
    }

    @Override
    public double writeDouble(int index, double old, double value) {
        if (isFirstChange(index)) {
            remember(index, old);
        }
        return isHeard() ? (Double) Objects.requireNonNull(heard(index, value)) : value;
    }

    @Override
    public boolean writeBoolean(int index, boolean old, boolean value) {
        if (isFirstChange(index)) {
            remember(index, old);
        }
        return isHeard() ? (Boolean) Objects.requireNonNull(heard(index, value)) : value;
    }

    private void noteNull(int index) {
        if (!isRecording()) {
            nulled = Bits.with(nulled, index, index + 1);
        }
    }

    /**
     * Return whether an attribute or a relationship to one object was given a value, of an instance that has no row yet.
     *
     * @param index the attribute or relationship
     * @return whether it holds something, or null was assigned to it; primitive values always count as given
     */
    public boolean isGiven(int index) {
        return Bits.has(nulled, index) || mapper().get(requireInstance(), index) != null;
    }

    final boolean isFirstChange(int index) {
        return (isRecording() || isComputed()) && !Bits.has(changed, index);
    }

    /**
     * Assign an attribute as the application would.
     *
     * @param index the attribute
     * @param value the value
     */
    public void assign(int index, @Nullable Object value) {
        Object instance = requireInstance();
        if (value == null) {
            noteNull(index);
        }
        if (mapper().isInstrumented() && isFirstChange(index)) {
            remember(index, mapper().get(instance, index));
        }
        mapper().set(instance, index, value);
    }

    private void remember(int index, @Nullable Object old) {
        record(index, isUnloaded(index) ? NOT_LOADED : old);
    }

    final void record(int index, @Nullable Object old) {
        noteChange();
        forgetComputed(index);
        if (committed == null) {
            committed = new Object[mapper().slotCount()];
        }
        committed[index] = old;
        markChanged(index);
        markLoaded(index);
    }

    final void noteChange() {
        if (context() != null) {
            context().noteChange(self());
        }
    }

    final void markChanged(int index) {
        changed = Bits.with(changed, index, mapper().slotCount());
        holdWhileNeeded();
    }
    /** Remember what an instance that is tracked by snapshot holds now, as what it was. */
    public void takeSnapshot() {
        Object instance = requireInstance();
        @Nullable Object[] values = new Object[mapper().slotCount()];
        for (MappedAttribute attribute : mapper().columnAttributes()) {
            values[attribute.index()] = mapper().get(instance, attribute.index());
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
        if (lifecycle() == Lifecycle.PENDING) {
            return true;
        }
        return isComputed()
                || (mapper().isInstrumented() ? changed != null : !netChanges().isEmpty());
    }

    /**
     * Return whether the row is to be written: an attribute has another value, or SQL is to compute one.
     *
     * @return whether it is
     */
    public boolean isRowChanged() {
        boolean isChanged = isComputed();
        for (int i = 0; i < mapper().slotCount() && !isChanged; i++) {
            isChanged = mapper().relationship(i) == null && isNetChange(i);
        }
        return isChanged;
    }

    /**
     * Return the attributes whose value is another than was loaded or flushed.
     *
     * @return their indexes, upwards
     */
    public List<Integer> netChanges() {
        List<Integer> changes = new ArrayList<>(1);
        for (MappedAttribute attribute : mapper().columnAttributes()) {
            if (isNetChange(attribute.index())) {
                changes.add(attribute.index());
            }
        }
        return changes;
    }

    private boolean isNetChange(int index) {
        return (Bits.has(changed, index) || !mapper().isInstrumented()) && differsFromSnapshot(index);
    }

    /**
     * Return whether an attribute was assigned.
     *
     * @param index the attribute
     * @return whether it was, perhaps to an equal value
     */
    public boolean isChanged(int index) {
        return mapper().isInstrumented()
                ? Bits.has(changed, index)
                : netChanges().contains(index);
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

    /**
     * Return what the database has of an attribute that is loaded: what it was before it was changed.
     *
     * @param index the attribute
     * @return the value; the present one if it was changed without having been loaded
     */
    public @Nullable Object stored(int index) {
        boolean isKnown = isRecording() && isChanged(index) && committed(index) != NOT_LOADED;
        return isKnown ? committed(index) : mapper().get(requireInstance(), index);
    }

    /**
     * Give an attribute the value that the database has given it, which is no change.
     *
     * @param index the attribute
     * @param value the value
     */
    public void follow(int index, @Nullable Object value) {
        mapper().set(requireInstance(), index, value);
        changed = Bits.without(changed, index);
        markLoaded(index);
    }

    /** Take the present values as those of the database. */
    public void markClean() {
        forgetChanges();
        holdWhileNeeded();
    }

    private void forgetChanges() {
        nulled = null;
        changed = null;
        committed = null;
        forgetComputed();
        forgetMemberChanges();
        if (isMapped() && !mapper().isInstrumented() && lifecycle() == Lifecycle.PERSISTENT && instance() != null) {
            takeSnapshot();
        }
    }
}
