package io.athanor.orm.session;

import io.athanor.engine.InvalidRequestException;
import io.athanor.orm.flush.Changes;
import io.athanor.orm.identity.EntityKey;
import io.athanor.orm.identity.IdentityMap;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.identity.PersistenceContext;
import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.state.ObjectState.Lifecycle;
import io.athanor.sql.error.ArgumentException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The instances of one session and their moves from state to state. */
final class Instances {
    private final Registry registry;
    private final PersistenceContext context;
    private final IdentityMap identities = new IdentityMap();
    private final Set<InstanceState> added = new LinkedHashSet<>();
    private final Set<InstanceState> modified = new LinkedHashSet<>();
    /** With the instances, which nobody else may hold: what is to be deleted must not be collected before it is. */
    private final Map<InstanceState, Object> toDelete = new LinkedHashMap<>();
    /** The states of instances that have no place for one: those of classes that are tracked by snapshot. */
    private final Map<Object, InstanceState> plain = new IdentityHashMap<>();

    Instances(Registry registry, PersistenceContext context) {
        this.registry = registry;
        this.context = context;
    }

    IdentityMap identities() {
        return identities;
    }

    // -- finding -----------------------------------------------------------------------------------------------------

    @Nullable InstanceState stateOf(Object entity) {
        if (entity == null) {
            throw new ArgumentException("The session was given null; give it an instance of a mapped class");
        }
        EntityMapper<?> mapper = mapperOf(entity);
        InstanceState state = mapper.isInstrumented() ? InstanceState.of(entity) : plain.get(entity);
        return state == null || state.lifecycle() == Lifecycle.TRANSIENT ? null : state;
    }

    private EntityMapper<?> mapperOf(Object entity) {
        return registry.entityMapper(entity.getClass());
    }

    boolean contains(Object entity) {
        InstanceState state = stateOf(entity);
        return state != null && isHere(state);
    }

    private boolean isHere(InstanceState state) {
        return state.context() == context
                && (state.lifecycle() == Lifecycle.PENDING || state.lifecycle() == Lifecycle.PERSISTENT);
    }

    InstanceState requirePersistent(Object entity) {
        InstanceState state = stateOf(entity);
        if (state == null || state.context() != context || state.lifecycle() != Lifecycle.PERSISTENT) {
            throw new InvalidRequestException(
                    "Instance of [%s] is not persistent in this session but %s; add it and flush, or load it"
                            .formatted(entity.getClass().getSimpleName(), describe(state)));
        }
        return state;
    }

    private static String describe(@Nullable InstanceState state) {
        Lifecycle lifecycle = state == null ? Lifecycle.TRANSIENT : state.lifecycle();
        return "[" + lifecycle.name().toLowerCase(java.util.Locale.ROOT) + "]";
    }

    Set<Object> newObjects() {
        return instancesOf(added);
    }

    Set<Object> dirty() {
        List<InstanceState> dirty = new ArrayList<>();
        for (InstanceState state : persistentCandidates()) {
            if (state.isModified() && !toDelete.containsKey(state)) {
                dirty.add(state);
            }
        }
        return instancesOf(dirty);
    }

    Set<Object> deleted() {
        return new IdentitySet(toDelete.values());
    }

    private static Set<Object> instancesOf(Collection<InstanceState> states) {
        return new IdentitySet(
                states.stream().map(InstanceState::requireInstance).toList());
    }

    /** Enhanced instances tell when they change; those tracked by snapshot must be compared. */
    private List<InstanceState> persistentCandidates() {
        List<InstanceState> candidates = new ArrayList<>(modified);
        for (InstanceState state : plain.values()) {
            if (state.lifecycle() == Lifecycle.PERSISTENT) {
                candidates.add(state);
            }
        }
        return candidates;
    }

    // -- moves by the application ------------------------------------------------------------------------------------

    /** Add an instance, and what is to be added together with it. */
    void add(Object entity) {
        InstanceState state = addAlone(entity);
        if (state.mapper().relationships().isEmpty()) {
            return;
        }
        Deque<InstanceState> next = new ArrayDeque<>();
        next.add(state);
        while (!next.isEmpty()) {
            for (InstanceState related : related(next.poll())) {
                if (!isHere(related)) {
                    next.add(addAlone(related.requireInstance()));
                }
            }
        }
    }

    private static List<InstanceState> related(InstanceState state) {
        List<InstanceState> all = new ArrayList<>();
        for (MappedRelationship relationship : state.mapper().relationships()) {
            if (relationship.mapping().cascades(Cascade.SAVE_UPDATE)) {
                for (Object each : state.relatedHistory(relationship.index()).all()) {
                    all.add(InstanceState.track((Instrumented) each));
                }
            }
        }
        return all;
    }

    private InstanceState addAlone(Object entity) {
        InstanceState state = stateOf(entity);
        if (state == null) {
            return addNew(entity);
        } else if (state.context() == null) {
            attach(state);
        } else if (state.context() != context) {
            throw new InvalidRequestException(
                    "Instance of [%s] belongs to another session already; expunge it there, or close that session"
                            .formatted(entity.getClass().getSimpleName()));
        } else if (state.isRowGone()) {
            throw deleted(state);
        } else {
            toDelete.remove(state);
        }
        return state;
    }

    private static InvalidRequestException deleted(InstanceState state) {
        return new InvalidRequestException(
                "Instance of [%s] has been deleted and cannot be added again; add a new instance, or roll back the deletion"
                        .formatted(state.mapper().type().getSimpleName()));
    }

    private InstanceState addNew(Object entity) {
        EntityMapper<?> mapper = mapperOf(entity);
        InstanceState state = mapper.isInstrumented() ? InstanceState.of(entity) : null;
        if (state == null) {
            state = new InstanceState(entity, mapper, Lifecycle.PENDING);
        } else {
            state.adopt(mapper);
        }
        state.enter(Lifecycle.PENDING, context);
        state.takeRelationships();
        added.add(state);
        remember(state, entity);
        return state;
    }

    private void remember(InstanceState state, Object entity) {
        if (!state.mapper().isInstrumented()) {
            plain.put(entity, state);
        }
    }

    private void attach(InstanceState state) {
        EntityKey key = state.key();
        if (key == null || state.isRowGone()) {
            throw deleted(state);
        }
        InstanceState other = identities.find(key);
        if (other != null && other != state) {
            throw new InvalidRequestException(
                    "An instance of [%s] with the same key is in this session already; use that one, or expunge it first"
                            .formatted(state.mapper().type().getSimpleName()));
        }
        state.enter(Lifecycle.PERSISTENT, context);
        identities.add(state);
        if (state.isModified()) {
            modified.add(state);
        }
    }

    /** Make an instance of which a row is known to be there, and nothing else. */
    Object admit(EntityMapper<?> mapper, EntityKey key) {
        Object instance = mapper.newInstance();
        InstanceState state = new InstanceState(instance, mapper, Lifecycle.PERSISTENT);
        state.identify(key);
        state.enter(Lifecycle.PERSISTENT, context);
        state.markClean();
        state.expire();
        identities.add(state);
        remember(state, instance);
        return instance;
    }

    /** Mark an instance, and what is to be deleted together with it; that is loaded first. */
    void delete(Object entity) {
        InstanceState state = stateOf(entity);
        if (state == null || state.key() == null) {
            throw new InvalidRequestException(
                    "Instance of [%s] is not persistent but %s and has no row to delete; expunge it to keep it from being inserted"
                            .formatted(entity.getClass().getSimpleName(), describe(state)));
        }
        if (state.lifecycle() == Lifecycle.DELETED && state.context() == context || toDelete.containsKey(state)) {
            return;
        }
        addAlone(entity);
        List<InstanceState> others = deletedWith(state);
        toDelete.put(state, entity);
        for (InstanceState other : others) {
            if (other.key() != null && other.lifecycle() != Lifecycle.DELETED) {
                Object instance = other.requireInstance();
                addAlone(instance);
                toDelete.put(other, instance);
            }
        }
    }

    /** What is deleted together with an instance, loaded for that. */
    List<InstanceState> deletedWith(InstanceState state) {
        return CascadeWalk.ofDeletion(context, this::takeDetached).from(state);
    }

    private void takeDetached(InstanceState state) {
        if (state.context() == null && !state.isRowGone()) {
            attach(state);
        }
    }

    /** An object that was to be inserted has no parent any more. */
    void expungeOrphan(InstanceState state) {
        if (added.contains(state)) {
            release(state);
        }
    }

    void expunge(Object entity) {
        InstanceState state = stateOf(entity);
        if (state == null || state.context() != context) {
            throw new InvalidRequestException("Instance of [%s] is not in this session but %s"
                    .formatted(entity.getClass().getSimpleName(), describe(state)));
        }
        release(state);
        new CascadeWalk(Cascade.EXPUNGE, each -> each.context() != context)
                .from(state)
                .forEach(this::release);
    }

    /** Whether it was not expunged since. */
    private boolean isFlushedAsDeleted(InstanceState state) {
        return state.context() == context && state.lifecycle() == Lifecycle.DELETED;
    }

    private void release(InstanceState state) {
        Object instance = state.instance();
        identities.remove(state);
        boolean wasNew = added.remove(state);
        modified.remove(state);
        toDelete.remove(state);
        if (instance != null) {
            plain.remove(instance);
        }
        state.enter(wasNew ? Lifecycle.TRANSIENT : Lifecycle.DETACHED, null);
    }

    void expungeAll(Set<InstanceState> flushedAsDeleted) {
        identities.clear(state -> state.enter(Lifecycle.DETACHED, null));
        flushedAsDeleted.forEach(state -> state.enter(Lifecycle.DETACHED, null));
        added.forEach(state -> state.enter(Lifecycle.TRANSIENT, null));
        List.of(added, modified, toDelete.keySet(), plain.keySet()).forEach(Collection::clear);
    }

    void expire(InstanceState state) {
        state.expire();
        modified.remove(state);
    }

    /** Expire an instance, and what is to be expired together with it; what has no row yet has nothing to go back to. */
    void expireWithRelated(InstanceState state) {
        List<InstanceState> others = new CascadeWalk(Cascade.REFRESH_EXPIRE, each -> !isHere(each)).from(state);
        expire(state);
        for (InstanceState other : others) {
            if (other.lifecycle() == Lifecycle.PENDING) {
                release(other);
            } else {
                expire(other);
            }
        }
    }

    void expireAll() {
        identities.forEach(this::expire);
    }

    void noteChange(InstanceState state) {
        if (state.lifecycle() == Lifecycle.PERSISTENT) {
            modified.add(state);
        }
    }

    void noteLoaded(InstanceState state) {
        remember(state, state.requireInstance());
    }

    // -- moves by the unit of work -----------------------------------------------------------------------------------

    Changes changes() {
        if (added.isEmpty() && modified.isEmpty() && toDelete.isEmpty() && plain.isEmpty()) {
            return Changes.NONE;
        }
        List<InstanceState> updates = new ArrayList<>();
        for (InstanceState state : persistentCandidates()) {
            if (!toDelete.containsKey(state)) {
                if (!state.isRowChanged() && !state.hasRelatedChanges() && !state.isOrphan()) {
                    clean(state);
                } else {
                    updates.add(state);
                }
            }
        }
        for (InstanceState state : List.copyOf(added)) {
            if (state.isOrphan() && state.kinship().isLostOutside()) {
                release(state);
            }
        }
        return new Changes(List.copyOf(added), updates, List.copyOf(toDelete.keySet()));
    }

    private void clean(InstanceState state) {
        modified.remove(state);
        state.markClean();
    }

    /** What was written is now as the database has it. */
    void flushed(Changes changes, Transactions transactions) {
        changes.deletes().forEach(state -> deleted(state, transactions));
        for (InstanceState state : changes.updates()) {
            if (!state.mapper().isInstrumented()) {
                transactions.originals().putIfAbsent(state, state.snapshot());
            }
            boolean isWritten = state.isRowChanged();
            if (isWritten || state.hasRelatedChanges()) {
                transactions.updated().add(state);
            }
            Set<Integer> computed = state.computed().keySet();
            clean(state);
            computed.forEach(state::expire);
        }
        for (InstanceState state : changes.inserts()) {
            state.enter(Lifecycle.PERSISTENT, context);
            Set<Integer> computed = state.computed().keySet();
            state.markClean();
            computed.forEach(state::expire);
            state.expireMissingReferences();
            identities.add(state);
            transactions.inserted().add(state);
            added.remove(state);
        }
        toDelete.clear();
    }

    void rekey(InstanceState state, EntityKey key) {
        identities.remove(state);
        state.identify(key);
        identities.add(state);
    }

    /** The row of an instance is gone. */
    void deleted(InstanceState state, Transactions transactions) {
        identities.remove(state);
        modified.remove(state);
        state.enter(Lifecycle.DELETED, context);
        state.noteRowGone(true);
        transactions.deleted().add(state);
    }

    void committed(Transactions transactions, boolean isExpiring) {
        transactions.deleted().stream().filter(this::isFlushedAsDeleted).forEach(this::release);
        transactions.forget();
        if (isExpiring) {
            expireAll();
        }
    }

    /** The whole transaction is undone: everything is loaded anew. */
    void rolledBack(Transactions transactions) {
        revert(transactions);
        for (InstanceState state : identities.states()) {
            restore(state, transactions.originals().get(state));
        }
        modified.clear();
        transactions.forget();
    }

    /** A savepoint is undone: only what was changed within it is loaded anew. */
    void rolledBackNested(Transactions transactions) {
        revert(transactions);
        for (InstanceState state : identities.states()) {
            if (state.isModified() || transactions.updated().contains(state)) {
                restore(state, transactions.originals().get(state));
            }
        }
        modified.clear();
    }

    private void revert(Transactions transactions) {
        toDelete.clear();
        for (InstanceState state : transactions.inserted()) {
            // Meanwhile another session may have taken what was expunged.
            if (state.context() == context || state.context() == null) {
                identities.remove(state);
                makeTransient(state);
            }
        }
        Set<EntityKey> restored = new HashSet<>();
        for (InstanceState state : transactions.deleted()) {
            boolean isBack = !transactions.inserted().contains(state) && isFlushedAsDeleted(state);
            if (isBack && !restored.add(Objects.requireNonNull(state.key()))) {
                // Of one row that was deleted, inserted and deleted again, the first instance is the one from before.
                release(state);
            } else if (isBack) {
                state.noteRowGone(false);
                state.enter(Lifecycle.PERSISTENT, context);
                identities.add(state);
            }
        }
        transactions.rekeyed().forEach((state, key) -> {
            if (state.key() != null) {
                rekey(state, key);
            }
        });
        List.copyOf(added).forEach(this::makeTransient);
        added.clear();
    }

    private void makeTransient(InstanceState state) {
        Object instance = state.instance();
        if (instance != null) {
            plain.remove(instance);
        }
        modified.remove(state);
        state.enter(Lifecycle.TRANSIENT, null);
    }

    /** An enhanced instance is loaded anew when it is read; one tracked by snapshot cannot, and gets its old values now. */
    private void restore(InstanceState state, @Nullable Object @Nullable [] original) {
        if (!state.mapper().isInstrumented()) {
            @Nullable Object[] values = original == null ? state.snapshot() : original;
            for (int i = 0; i < values.length; i++) {
                state.mapper().set(state.requireInstance(), i, values[i]);
            }
        }
        expire(state);
    }
}
