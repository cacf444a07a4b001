package io.athanor.orm.session;

import io.athanor.engine.InvalidRequestException;
import io.athanor.orm.identity.EntityKey;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.orm.mapping.Cascade;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Takes a graph of instances as what the database has, without asking it; SQLAlchemy's {@code merge} with
 * {@code load=False}. Nothing is a change then, and what the given instances have not loaded is loaded later.
 */
final class UnloadedMerge implements Merging {
    private final Instances instances;
    private final Map<Object, Object> merged = new IdentityHashMap<>();
    private final Deque<InstanceState> unrelated = new ArrayDeque<>();

    UnloadedMerge(Instances instances) {
        this.instances = instances;
    }

    @Override
    @SuppressWarnings("unchecked") // an instance is merged onto one of its own class
    public <E> E merge(E given) {
        E result = (E) mergeAlone(given);
        while (!unrelated.isEmpty()) {
            relate(unrelated.poll());
        }
        return result;
    }

    private Object mergeAlone(Object given) {
        Object known = merged.get(given);
        if (known != null) {
            return known;
        }
        InstanceState from = instances.stateOf(given);
        EntityKey key = from == null ? null : from.key();
        if (from == null || key == null) {
            throw new InvalidRequestException(
                    "Instance of [%s] has no row yet and cannot be merged without loading; flush it first, or use merge(…)"
                            .formatted(given.getClass().getSimpleName()));
        }
        Object target = instances.contains(given) ? given : target(from, key);
        merged.put(given, target);
        if (target != given) {
            copyColumns(from, Objects.requireNonNull(instances.stateOf(target)));
            unrelated.add(from);
        }
        return target;
    }

    private Object target(InstanceState from, EntityKey key) {
        InstanceState known = instances.identities().find(key);
        Object instance = known == null ? null : known.instance();
        if (instance != null) {
            return instance;
        }
        if (from.isModified()) {
            throw new InvalidRequestException(
                    "Instance of [%s] was changed and cannot be merged without loading; flush it first, or use merge(…)"
                            .formatted(from.mapper().type().getSimpleName()));
        }
        return instances.admit(from.mapper(), key);
    }

    private static void copyColumns(InstanceState from, InstanceState to) {
        EntityMapper<?> mapper = to.mapper();
        for (MappedAttribute attribute : mapper.columnAttributes()) {
            int index = attribute.index();
            if (from.isUnloaded(index)) {
                to.expire(index);
            } else {
                mapper.set(to.requireInstance(), index, mapper.get(from.requireInstance(), index));
                to.markLoaded(index);
            }
        }
        to.markClean();
    }

    private void relate(InstanceState from) {
        if (!from.mapper().isInstrumented()) {
            return;
        }
        Object target = Objects.requireNonNull(merged.get(from.requireInstance()));
        InstanceState to = InstanceState.track((Instrumented) target);
        for (MappedRelationship relationship : from.mapper().relationships()) {
            int index = relationship.index();
            boolean isMerged = relationship.mapping().cascades(Cascade.MERGE) && from.isRelatedLoaded(index);
            if (!isMerged) {
                to.expire(index);
            } else if (relationship.isToMany()) {
                List<Object> members = new ArrayList<>();
                from.collection(index).snapshot().forEach(member -> members.add(mergeAlone(member)));
                to.loadedMembers(index, members);
            } else {
                Object related = from.mapper().get(from.requireInstance(), index);
                to.loadedReference(index, related == null ? null : mergeAlone(related));
            }
        }
    }
}
