package io.athanor.orm.session;

import io.athanor.engine.InvalidRequestException;
import io.athanor.orm.identity.EntityKey;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.instrument.CollectionAdapter;
import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.state.ObjectState.Lifecycle;
import io.athanor.sql.tree.StatementOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Copies a graph of instances onto those of a session, whatever its depth: first each instance, then what relates them. */
final class Merge implements Merging {
    private final UnitSession session;
    private final StatementOption[] options;
    private final Instances instances;
    private final Map<Object, Object> merged = new IdentityHashMap<>();
    private final Deque<Object> unrelated = new ArrayDeque<>();

    /** Merge, with what is said for loading the instances that are merged onto. */
    Merge(UnitSession session, Instances instances, StatementOption... options) {
        this.session = session;
        this.options = options.clone();
        this.instances = instances;
    }

    @Override
    @SuppressWarnings("unchecked") // an instance is merged onto one of its own class
    public <E> E merge(E given) {
        E result = (E) mergeAlone(given);
        while (!unrelated.isEmpty()) {
            List<Object> level = List.copyOf(unrelated);
            unrelated.clear();
            loadCollections(level);
            level.forEach(this::relate);
        }
        return result;
    }

    /** Where many collections are merged onto, they are loaded together. */
    private void loadCollections(List<Object> level) {
        Map<MappedRelationship, List<InstanceState>> lacking = new LinkedHashMap<>();
        for (Object given : level) {
            if (!(given instanceof Instrumented instrumented)) {
                continue;
            }
            InstanceState from = InstanceState.track(instrumented);
            InstanceState to = InstanceState.track((Instrumented) Objects.requireNonNull(merged.get(given)));
            for (MappedRelationship relationship : to.mapper().relationships()) {
                int index = relationship.index();
                if (relationship.isToMany()
                        && isMerged(from, relationship)
                        && !isUnset(from, index)
                        && !to.isRelatedLoaded(index)) {
                    lacking.computeIfAbsent(relationship, any -> new ArrayList<>())
                            .add(to);
                }
            }
        }
        lacking.forEach(session::loadAhead);
    }

    private static boolean isMerged(InstanceState from, MappedRelationship relationship) {
        return isPassedOn(relationship)
                && !relationship.mapping().isDynamic()
                && from.isRelatedLoaded(relationship.index());
    }

    private static boolean isPassedOn(MappedRelationship relationship) {
        return relationship.mapping().cascades(Cascade.MERGE)
                && !relationship.mapping().isViewOnly();
    }

    private static boolean isUnset(InstanceState from, int index) {
        return from.lifecycle() == Lifecycle.TRANSIENT
                && from.collection(index).snapshot().isEmpty();
    }

    private Object mergeAlone(Object given) {
        Object known = merged.get(given);
        if (known != null) {
            return known;
        }
        EntityMapper<?> mapper = session.registry().entityMapper(given.getClass());
        InstanceState state = instances.stateOf(given);
        if (state != null && instances.contains(given)) {
            merged.put(given, given);
            return given;
        }
        EntityKey key = state == null ? EntityKey.read(mapper, given) : state.key();
        Object target = key == null
                ? null
                : session.get(mapper.type(), key.identity(), options).orElse(null);
        boolean isNew = target == null;
        if (target == null) {
            target = mapper.newInstance();
            InstanceState fresh = mapper.isInstrumented() ? InstanceState.track((Instrumented) target) : null;
            if (fresh != null) {
                fresh.adopt(mapper);
            }
            instances.add(target);
        }
        merged.put(given, target);
        copyColumns(mapper, given, source(mapper, given), target, isNew);
        unrelated.add(given);
        return target;
    }

    private void copyColumns(
            EntityMapper<?> mapper, Object given, @Nullable InstanceState from, Object target, boolean isNew) {
        InstanceState to = Objects.requireNonNull(instances.stateOf(target));
        for (MappedAttribute attribute : mapper.columnAttributes()) {
            int index = attribute.index();
            if (!isKnown(mapper, given, from, index)) {
                continue;
            }
            Object value = mapper.get(given, index);
            if (isNew) {
                mapper.set(target, index, value);
            } else {
                to.read(index);
                if (!Objects.deepEquals(mapper.get(target, index), value)) {
                    to.assign(index, value);
                }
            }
        }
    }

    /** What a new instance was never given is left alone, what it was given is copied, even if that is null. */
    private static boolean isKnown(EntityMapper<?> mapper, Object given, @Nullable InstanceState from, int index) {
        if (from == null) {
            return mapper.get(given, index) != null;
        }
        return from.key() == null ? from.isGiven(index) : !from.isUnloaded(index);
    }

    /** What is known of an instance that is merged; nothing of a new one whose class is tracked by snapshot. */
    private @Nullable InstanceState source(EntityMapper<?> mapper, Object given) {
        if (!mapper.isInstrumented()) {
            return instances.stateOf(given);
        }
        InstanceState state = InstanceState.track((Instrumented) given);
        if (!state.isMapped()) {
            state.adopt(mapper);
        }
        return state;
    }

    private void relate(Object given) {
        EntityMapper<?> mapper = session.registry().entityMapper(given.getClass());
        if (!mapper.isInstrumented()) {
            return;
        }
        InstanceState from = InstanceState.track((Instrumented) given);
        InstanceState to = InstanceState.track((Instrumented) Objects.requireNonNull(merged.get(given)));
        for (MappedRelationship relationship : mapper.relationships()) {
            if (isMerged(from, relationship)) {
                if (relationship.isToMany()) {
                    mergeMembers(from, to, relationship.index());
                } else {
                    mergeReference(from, to, relationship.index());
                }
            } else if (relationship.isToMany() && isPassedOn(relationship)) {
                int index = relationship.index();
                mergeNews(from.collection(index), to.collection(index));
            }
        }
    }

    private void mergeReference(InstanceState from, InstanceState to, int index) {
        Object related = from.mapper().get(from.requireInstance(), index);
        if (from.key() == null && !from.isGiven(index)) {
            return;
        }
        Object target = related == null ? null : mergeAlone(related);
        to.read(index);
        to.write(index, null, target);
    }

    /** Who came and went while the other members were not known, nor need be. */
    private void mergeNews(CollectionAdapter from, CollectionAdapter to) {
        List<Object> come = from.isLoaded() ? from.snapshot() : from.queuedAdds();
        come.forEach(member -> to.addUnread(mergeAlone(member)));
        from.queuedRemoves().forEach(member -> to.removeUnread(mergeAlone(member)));
    }

    /** Through the view, as the application would, so that the other sides follow. */
    private void mergeMembers(InstanceState from, InstanceState to, int index) {
        Object given = from.collection(index).view();
        CollectionAdapter collection = to.collection(index);
        if (isUnset(from, index)) {
            return;
        }
        collection.load();
        if (given instanceof Map<?, ?> map) {
            mergeEntries(map, collection);
        } else if (given instanceof Collection<?> members) {
            mergeMembers(List.copyOf(members), collection);
        } else {
            throw new InvalidRequestException(
                    "Relationship [%s] holds a collection of class [%s], which cannot be merged; merge its members one by one"
                            .formatted(
                                    to.mapper().nameOf(index), given.getClass().getName()));
        }
    }

    @SuppressWarnings("unchecked") // both are the collections of one relationship
    private void mergeMembers(List<?> members, CollectionAdapter collection) {
        List<Object> targets = new ArrayList<>();
        members.forEach(member -> targets.add(mergeAlone(member)));
        Set<Object> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
        wanted.addAll(targets);
        Collection<Object> view = (Collection<Object>) collection.view();
        view.removeIf(each -> !wanted.contains(each));
        for (Object target : targets) {
            if (!collection.holds(target)) {
                view.add(target);
            }
        }
    }

    @SuppressWarnings("unchecked") // both are the maps of one relationship
    private void mergeEntries(Map<?, ?> given, CollectionAdapter collection) {
        Map<Object, Object> targets = new LinkedHashMap<>();
        given.forEach((key, member) -> targets.put(key, mergeAlone(member)));
        Map<Object, Object> view = (Map<Object, Object>) collection.view();
        view.keySet().removeIf(key -> !targets.containsKey(key));
        targets.forEach((key, target) -> {
            if (view.get(key) != target) {
                view.put(key, target);
            }
        });
    }
}
