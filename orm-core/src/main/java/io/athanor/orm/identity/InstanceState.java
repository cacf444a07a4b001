package io.athanor.orm.identity;

import io.athanor.orm.instrument.CollectionAdapter;
import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.instrument.Tracker;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.orm.mapping.Declaration;
import io.athanor.orm.mapping.DeclaredMappings;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.state.DetachedInstanceException;
import io.athanor.orm.state.ObjectState.Lifecycle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a session keeps of one instance: its key, which attributes are loaded, which were changed and what they were. It
 * holds the instance weakly while there is nothing to write, strongly else. Confined to the thread that uses the session.
 */
public final class InstanceState extends Tracker {
    private static final Object NOT_LOADED = new Object();

    private @Nullable EntityMapper<?> mapper;
    private Lifecycle lifecycle;
    private @Nullable PersistenceContext context;
    private @Nullable EntityKey key;
    private @Nullable Object strong;
    private long @Nullable [] unloaded;
    private long @Nullable [] changed;
    /** Columns that are loaded one by one, each when it is used. */
    private long @Nullable [] deferred;

    private @Nullable LoadOrigin origin;
    /** What changed attributes were; for a class that is tracked by snapshot, what all of them were. */
    private @Nullable Object @Nullable [] committed;

    /** How collections were changed since they were loaded or flushed, by index. */
    private @Nullable Map<Integer, MemberChange> memberChanges;

    private @Nullable Kinship kinship;

    /**
     * Create the state of an instance that a session knows, and attach it.
     *
     * @param instance the instance
     * @param mapper its mapper
     * @param lifecycle its state
     */
    public InstanceState(Object instance, EntityMapper<?> mapper, Lifecycle lifecycle) {
        super(instance, null);
        this.mapper = mapper;
        this.lifecycle = lifecycle;
        if (mapper.isInstrumented()) {
            ((Instrumented) instance).$orm$tracker(this);
        } else {
            strong = instance;
        }
    }

    /** The state of an instance that no session knows. */
    private InstanceState(Instrumented instance) {
        super(instance, null);
        this.lifecycle = Lifecycle.TRANSIENT;
        instance.$orm$tracker(this);
    }

    /**
     * Return the state attached to an instance.
     *
     * @param instance an instance of an enhanced class
     * @return its state, or {@code null} if it has none, as a transient one may
     */
    public static @Nullable InstanceState of(Object instance) {
        return instance instanceof Instrumented instrumented ? (InstanceState) instrumented.$orm$tracker() : null;
    }

    /**
     * Return the state of an instance, attaching one if it has none. Its collections tell their changes from then on.
     *
     * @param instance an instance of an enhanced class
     * @return its state
     */
    public static InstanceState track(Instrumented instance) {
        InstanceState known = (InstanceState) instance.$orm$tracker();
        if (known == null) {
            known = new InstanceState(instance);
            known.wrapCollections();
        }
        return known;
    }

    private void wrapCollections() {
        Instrumented instance = (Instrumented) requireInstance();
        Declaration<?> declaration = DeclaredMappings.nearest(instance.getClass());
        int count = declaration == null ? 0 : declaration.fields().size();
        for (int i = 0; i < count; i++) {
            RelationshipMapping relationship = relationship(i);
            if (relationship != null && relationship.isToMany()) {
                collection(i);
            }
        }
    }

    /**
     * Have an instance that no session knew mapped as a session's registry says.
     *
     * @param other the mapper of the instance's class
     */
    public void adopt(EntityMapper<?> other) {
        mapper = other;
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
        }
        holdWhileNeeded();
    }

    /** What must be written, and what has no row, must not be collected. */
    private void holdWhileNeeded() {
        boolean isNeeded = mapper != null && !mapper.isInstrumented()
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
        return Bits.has(unloaded, index) && (mapper().isInstrumented() || !differsFromSnapshot(index));
    }

    private boolean differsFromSnapshot(int index) {
        return committed != null && !Objects.deepEquals(committed[index], mapper().get(requireInstance(), index));
    }

    private void renewSnapshot(int index) {
        if (!mapper().isInstrumented() && committed != null) {
            committed[index] = mapper().get(requireInstance(), index);
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
        unloaded = Bits.all(mapper().slotCount());
        deferred = null;
        pending = true;
        forgetChanges();
        mapper().relationships().forEach(each -> clear(each.index(), each.mapping()));
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
        RelationshipMapping relationship = relationship(index);
        if (relationship == null) {
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

    /** Have all relationships loaded when they are used, as those of an instance that was made of a row. */
    public void expireRelationships() {
        for (MappedRelationship each : mapper().relationships()) {
            unloaded = Bits.with(unloaded, each.index(), mapper().slotCount());
            pending = true;
        }
    }

    /** A related object that is to be loaded anew must not be kept from being collected. */
    private void clear(int index, RelationshipMapping relationship) {
        if (memberChanges != null) {
            memberChanges.remove(index);
        }
        Object instance = requireInstance();
        if (!relationship.isToMany()) {
            mapper().set(instance, index, null);
            return;
        }
        CollectionAdapter adapter = relationship.shape().adapterOf(mapper().get(instance, index));
        if (adapter != null) {
            adapter.unload();
        }
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
        for (MappedAttribute attribute : mapper().columnAttributes()) {
            if (!isDeferred(attribute.index())) {
                markLoaded(attribute.index());
            }
        }
        if (isFirst) {
            takeSnapshot();
        }
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
                holder.loadDeferred(this, index);
            } else {
                holder.load(this);
            }
        } else if (relationship.isToMany()) {
            collection(index);
            markLoaded(index);
        } else {
            requireContext(index).loadReference(this, index);
        }
    }

    /** The session that is to load an attribute. */
    PersistenceContext requireContext(int index) {
        PersistenceContext holder = context;
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
    private boolean isRecording() {
        return lifecycle != Lifecycle.PENDING && lifecycle != Lifecycle.TRANSIENT;
    }

    @Override
    public @Nullable Object write(int index, @Nullable Object old, @Nullable Object value) {
        RelationshipMapping relationship = relationship(index);
        if (relationship != null) {
            return RelationshipEvents.assign(this, index, relationship, value);
        }
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
        return isRecording() && !Bits.has(changed, index);
    }

    /**
     * Assign an attribute as the application would.
     *
     * @param index the attribute
     * @param value the value
     */
    public void assign(int index, @Nullable Object value) {
        Object instance = requireInstance();
        if (mapper().isInstrumented() && isFirstChange(index)) {
            remember(index, mapper().get(instance, index));
        }
        mapper().set(instance, index, value);
    }

    private void remember(int index, @Nullable Object old) {
        record(index, isUnloaded(index) ? NOT_LOADED : old);
    }

    private void record(int index, @Nullable Object old) {
        noteChange();
        if (committed == null) {
            committed = new Object[mapper().slotCount()];
        }
        committed[index] = old;
        markChanged(index);
        markLoaded(index);
    }

    private void noteChange() {
        if (context != null) {
            context.noteChange(this);
        }
    }

    private void markChanged(int index) {
        changed = Bits.with(changed, index, mapper().slotCount());
        holdWhileNeeded();
    }

    // -- relationships -----------------------------------------------------------------------------------------------

    /** The relationship of a field, or null if the field is none: as the mapper has it, or else as the class states it. */
    @Nullable RelationshipMapping relationship(int index) {
        if (mapper != null) {
            MappedRelationship mapped = mapper.relationship(index);
            return mapped == null ? null : mapped.mapping();
        }
        Declaration<?> declaration = DeclaredMappings.nearest(requireInstance().getClass());
        return declaration == null ? null : declaration.relationship(index);
    }

    int relationshipIndex(String name) {
        if (mapper != null) {
            MappedRelationship mapped = mapper.findRelationship(name);
            return mapped == null ? -1 : mapped.index();
        }
        Declaration<?> declaration = DeclaredMappings.nearest(requireInstance().getClass());
        return declaration == null ? -1 : declaration.relationshipIndex(name);
    }

    /**
     * Return the collection of a relationship, making it one that tells its changes if it is none yet. Loads nothing.
     *
     * @param index the relationship
     * @return the adapter of the collection
     */
    public CollectionAdapter collection(int index) {
        Instrumented instance = (Instrumented) requireInstance();
        RelationshipMapping relationship = Objects.requireNonNull(relationship(index));
        Object value = instance.$orm$get(index);
        CollectionAdapter adapter = relationship.shape().adapterOf(value);
        if (adapter == null) {
            RelatedCollection owner = new RelatedCollection(instance, index, relationship);
            adapter = value == null
                    ? relationship.shape().create(owner)
                    : relationship.shape().adapt(value, owner);
            if (Bits.has(unloaded, index)) {
                adapter.unload();
            }
            instance.$orm$set(index, adapter.view());
        }
        return adapter;
    }

    /**
     * Take in what the instance was related to before a session knew it. Where the class itself does not state its
     * relationships, their other sides learn of it only now.
     */
    public void takeRelationships() {
        if (mapper().relationships().isEmpty()) {
            return;
        }
        Declaration<?> declaration = DeclaredMappings.nearest(mapper().type());
        for (MappedRelationship each : mapper().relationships()) {
            boolean isNews = declaration == null || declaration.relationship(each.index()) == null;
            if (each.isToMany()) {
                List<Object> members = collection(each.index()).snapshot();
                if (isNews) {
                    members.forEach(member -> RelationshipEvents.added(this, each.index(), each.mapping(), member));
                }
            } else if (isNews && mapper().get(requireInstance(), each.index()) != null) {
                RelationshipEvents.taken(this, each.mapping(), mapper().get(requireInstance(), each.index()));
            }
        }
    }

    /** What a relationship to one object holds, as far as is known without the database; {@link #isNotLoaded} if it is not. */
    @Nullable Object known(int index) {
        if (!Bits.has(unloaded, index)) {
            return ((Instrumented) requireInstance()).$orm$get(index);
        }
        Object found = context == null ? null : context.findReference(this, index);
        return found == null ? NOT_LOADED : found;
    }

    static boolean isNotLoaded(@Nullable Object value) {
        return value == NOT_LOADED;
    }

    /** Store a related object, remembering what was there. */
    void replace(int index, @Nullable Object old, @Nullable Object value) {
        if (isFirstChange(index)) {
            record(index, old);
        } else {
            markLoaded(index);
        }
        ((Instrumented) requireInstance()).$orm$set(index, value);
    }

    /** Note that an object became, or is no more, a member of a collection. */
    void noteMember(int index, Object member, boolean isAdded) {
        if (!isRecording()) {
            return;
        }
        noteChange();
        if (memberChanges == null) {
            memberChanges = new HashMap<>();
        }
        MemberChange change = memberChanges.computeIfAbsent(index, any -> new MemberChange());
        if (isAdded) {
            change.add(member);
        } else {
            change.remove(member);
        }
        markChanged(index);
    }

    /**
     * Return what has happened to a relationship since it was loaded or flushed. Loads nothing.
     *
     * @param index the relationship
     * @return its history; nothing in it if it is not loaded and was not changed
     */
    public RelatedHistory relatedHistory(int index) {
        MappedRelationship relationship = Objects.requireNonNull(mapper().relationship(index));
        return relationship.isToMany() ? memberHistory(index) : referenceHistory(index);
    }

    private RelatedHistory memberHistory(int index) {
        boolean isKnown = !Bits.has(unloaded, index);
        CollectionAdapter adapter = isKnown || memberChanges != null ? collection(index) : null;
        if (adapter == null) {
            return RelatedHistory.NONE;
        }
        List<Object> members = adapter.isLoaded() ? adapter.snapshot() : List.of();
        if (!isRecording()) {
            return RelatedHistory.added(members);
        }
        MemberChange change = memberChanges == null ? null : memberChanges.get(index);
        return change == null ? RelatedHistory.unchanged(members) : change.history(members);
    }

    private RelatedHistory referenceHistory(int index) {
        if (Bits.has(unloaded, index)) {
            return RelatedHistory.NONE;
        }
        Object value = mapper().get(requireInstance(), index);
        if (!isRecording()) {
            return value == null ? RelatedHistory.NONE : RelatedHistory.added(List.of(value));
        }
        Object old = committed == null || !Bits.has(changed, index) ? value : committed[index];
        return RelatedHistory.ofReference(old == NOT_LOADED ? null : old, value, Bits.has(changed, index));
    }

    /**
     * Return whether a relationship to one object was assigned without its old object being known.
     *
     * @param index the relationship
     * @return whether it was
     */
    public boolean isReplacedUnseen(int index) {
        return committed != null && Bits.has(changed, index) && committed[index] == NOT_LOADED;
    }

    /**
     * Note what a relationship to one object was before it was assigned.
     *
     * @param index the relationship
     * @param old the object that the database has, or {@code null}
     */
    public void noteOldReference(int index, @Nullable Object old) {
        if (committed != null) {
            committed[index] = old;
        }
    }

    /**
     * Store a related object that was loaded.
     *
     * @param index the relationship
     * @param value the object, or {@code null} if there is none
     */
    public void loadedReference(int index, @Nullable Object value) {
        mapper().set(requireInstance(), index, value);
        markLoaded(index);
    }

    /**
     * Fill a collection with members that were loaded; what was added and removed before stays so.
     *
     * @param index the relationship
     * @param members the members in their order
     */
    public void loadedMembers(int index, List<Object> members) {
        if (memberChanges != null && memberChanges.containsKey(index)) {
            memberChanges.get(index).reconcile(members);
        }
        collection(index).fill(members);
        markLoaded(index);
    }

    /**
     * Load a relationship, unless it is loaded.
     *
     * @param index the relationship
     */
    public void loadRelated(int index) {
        if (Objects.requireNonNull(relationship(index)).isToMany()) {
            collection(index).load();
        } else {
            read(index);
        }
    }

    /**
     * Return whether the members of a collection, or a related object, are known.
     *
     * @param index the relationship
     * @return whether they need not be loaded
     */
    public boolean isRelatedLoaded(int index) {
        RelationshipMapping relationship = Objects.requireNonNull(relationship(index));
        return !Bits.has(unloaded, index)
                && (!relationship.isToMany() || collection(index).isLoaded());
    }

    /**
     * Return who the instance's parents are, for relationships whose orphans are deleted.
     *
     * @return the record, made on the first call
     */
    public Kinship kinship() {
        if (kinship == null) {
            kinship = new Kinship();
        }
        return kinship;
    }

    /**
     * Return whether a parent that must not be lacking has let the instance go.
     *
     * @return whether it is an orphan
     */
    public boolean isOrphan() {
        return kinship != null && kinship.isOrphan();
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
        if (lifecycle == Lifecycle.PENDING) {
            return true;
        }
        return mapper().isInstrumented() ? changed != null : !netChanges().isEmpty();
    }

    /**
     * Return the attributes whose value is another than was loaded or flushed.
     *
     * @return their indexes, upwards
     */
    public List<Integer> netChanges() {
        List<Integer> changes = new ArrayList<>();
        for (MappedAttribute attribute : mapper().columnAttributes()) {
            int i = attribute.index();
            boolean isCandidate = !mapper().isInstrumented() || Bits.has(changed, i);
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

    /** Take the present values as those of the database. */
    public void markClean() {
        if (memberChanges != null) {
            memberChanges.keySet().forEach(index -> collection(index).forgetQueue());
        }
        forgetChanges();
        holdWhileNeeded();
    }

    private void forgetChanges() {
        changed = null;
        committed = null;
        memberChanges = null;
        if (mapper != null && !mapper.isInstrumented() && lifecycle == Lifecycle.PERSISTENT && instance() != null) {
            takeSnapshot();
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(requireInstance().getClass().getSimpleName())
                .append(' ')
                .append(lifecycle);
        for (int i = 0; mapper != null && i < mapper.slotCount(); i++) {
            if (isUnloaded(i)) {
                text.append(" -").append(mapper.nameOf(i));
            } else if (Bits.has(changed, i)) {
                text.append(" +").append(mapper.nameOf(i));
            }
        }
        return text.toString();
    }
}
