package io.athanor.orm.identity;

import io.athanor.orm.instrument.CollectionAdapter;
import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.orm.mapping.Declaration;
import io.athanor.orm.mapping.DeclaredMappings;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.state.ObjectState.Lifecycle;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Expression;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a session keeps of one instance: its key, which attributes are loaded, which were changed and what they were. It
 * holds the instance weakly while there is nothing to write, strongly else. Confined to the thread that uses the session.
 */
public final class InstanceState extends AttributeState {
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
        super(instance, mapper, lifecycle);
        if (mapper.isInstrumented()) {
            ((Instrumented) instance).$orm$tracker(this);
        }
    }

    /**
     * Create the state of an instance that was made of a row. Its relationships are loaded when they are used.
     *
     * @param instance the instance, which holds the values of the row
     * @param mapper its mapper
     * @param identity the value of its key, or a list of values for a composite key
     * @param reader the session that reads the row
     * @return the state
     */
    public static InstanceState ofRow(
            Object instance, EntityMapper<?> mapper, Object identity, PersistenceContext reader) {
        InstanceState state = new InstanceState(instance, mapper, Lifecycle.PERSISTENT);
        state.takeRow(identity, reader);
        if (!mapper.isInstrumented()) {
            state.takeSnapshot();
        }
        state.expireRelationships();
        return state;
    }

    /** The state of an instance that no session knows. */
    private InstanceState(Instrumented instance) {
        super(instance, null, Lifecycle.TRANSIENT);
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

    /** Who its parents are is asked of the database again, too. */
    @Override
    public void expire() {
        super.expire();
        kinship = null;
    }

    /**
     * Take a new instance for one whose row is known to be there. What has no value is to be loaded.
     *
     * @param mapper how its class is mapped
     */
    public void detachAs(EntityMapper<?> mapper) {
        EntityKey key = EntityKey.read(mapper, requireInstance());
        if (key == null) {
            throw new ArgumentException("Instance of [%s] has no key, so that no row can be meant; set it first"
                    .formatted(mapper.type().getSimpleName()));
        }
        adopt(mapper);
        identify(key);
        enter(Lifecycle.DETACHED, null);
        for (MappedAttribute attribute : mapper.columnAttributes()) {
            if (!attribute.isKey() && isBlank(mapper.get(requireInstance(), attribute.index()), attribute)) {
                expire(attribute.index());
            }
        }
        for (MappedRelationship each : mapper.relationships()) {
            boolean isEmpty = each.isToMany()
                    ? collection(each.index()).snapshot().isEmpty()
                    : mapper.get(requireInstance(), each.index()) == null;
            if (isEmpty) {
                expire(each.index());
            }
        }
    }

    private static boolean isBlank(@Nullable Object value, MappedAttribute attribute) {
        boolean isZero = value instanceof Number number && number.doubleValue() == 0 || Boolean.FALSE.equals(value);
        return value == null || attribute.fieldType().isPrimitive() && isZero;
    }

    // -- relationships -------------------------------------------------------------------------------------------

    @Override
    InstanceState self() {
        return this;
    }

    @Override
    void readRelationship(int index, RelationshipMapping relationship) {
        if (relationship.isToMany()) {
            collection(index);
            markLoaded(index);
        } else {
            requireContext(index).loadReference(this, index);
        }
    }

    @Override
    @Nullable Object assignRelationship(int index, RelationshipMapping relationship, @Nullable Object value) {
        return RelationshipEvents.assign(this, index, relationship, value);
    }

    @Override
    void forgetMemberChanges() {
        if (memberChanges != null && lifecycle() != Lifecycle.TRANSIENT) {
            memberChanges.keySet().forEach(index -> collection(index).forgetQueue());
        }
        memberChanges = null;
    }

    /** A related object that is to be loaded anew must not be kept from being collected. */
    @Override
    void clear(int index, RelationshipMapping relationship) {
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

    @Override
    @Nullable RelationshipMapping relationship(int index) {
        EntityMapper<?> mapper = mapperIfKnown();
        if (mapper != null) {
            MappedRelationship mapped = mapper.relationship(index);
            return mapped == null ? null : mapped.mapping();
        }
        Declaration<?> declaration = DeclaredMappings.nearest(requireInstance().getClass());
        return declaration == null ? null : declaration.relationship(index);
    }

    int relationshipIndex(String name) {
        EntityMapper<?> mapper = mapperIfKnown();
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
            if (isUnknown(index)) {
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
        if (!isUnknown(index)) {
            return ((Instrumented) requireInstance()).$orm$get(index);
        }
        Object found = context() == null ? null : context().findReference(this, index);
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
        boolean isKnown = !isUnknown(index);
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
        if (isUnknown(index)) {
            return RelatedHistory.NONE;
        }
        Object value = mapper().get(requireInstance(), index);
        if (!isRecording()) {
            return value == null && !isGiven(index)
                    ? RelatedHistory.NONE
                    : RelatedHistory.ofReference(null, value, true);
        }
        Object old = isChanged(index) ? committed(index) : value;
        return RelatedHistory.ofReference(old == NOT_LOADED ? null : old, value, isChanged(index));
    }

    /**
     * Return whether a relationship was changed since it was loaded or flushed.
     *
     * @return whether one was
     */
    public boolean hasRelatedChanges() {
        return memberChanges != null || mapper().relationships().stream().anyMatch(each -> isChanged(each.index()));
    }

    /** Have relationships to one object that hold none loaded when they are used: a key may have been set instead. */
    public void expireMissingReferences() {
        for (MappedRelationship each : mapper().relationships()) {
            if (!each.isToMany() && mapper().get(requireInstance(), each.index()) == null) {
                expire(each.index());
            }
        }
    }

    /**
     * Return whether a relationship to one object was assigned without its old object being known.
     *
     * @param index the relationship
     * @return whether it was
     */
    public boolean isReplacedUnseen(int index) {
        return isChanged(index) && committed(index) == NOT_LOADED;
    }

    /**
     * Note what a relationship to one object was before it was assigned.
     *
     * @param index the relationship
     * @param old the object that the database has, or {@code null}
     */
    public void noteOldReference(int index, @Nullable Object old) {
        commit(index, old);
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
        return !isUnknown(index)
                && (!relationship.isToMany() || collection(index).isLoaded());
    }

    /**
     * Have an attribute computed by SQL when the instance is flushed. The attribute keeps the value that the database has until
     * then, and being assigned makes up for it.
     *
     * @param index the attribute
     * @param sql computes it
     */
    public void compute(int index, Expression<?> sql) {
        if (isRecording() && isChanged(index)) {
            Object old = committed(index);
            if (isNotLoaded(old)) {
                expire(index);
            } else {
                follow(index, old);
            }
        }
        noteChange();
        noteComputed(index, sql);
        holdWhileNeeded();
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

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(requireInstance().getClass().getSimpleName())
                .append(' ')
                .append(lifecycle());
        EntityMapper<?> mapper = mapperIfKnown();
        for (int i = 0; mapper != null && i < mapper.slotCount(); i++) {
            if (isUnloaded(i)) {
                text.append(" -").append(mapper.nameOf(i));
            } else if (isChanged(i)) {
                text.append(" +").append(mapper.nameOf(i));
            }
        }
        return text.toString();
    }
}
