package io.athanor.orm.session;

import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.identity.RelatedHistory;
import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.mapping.RelationshipMapping;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds what a cascade reaches from an instance, each parent before its children, whatever the depth: without recursion.
 * SQLAlchemy's {@code cascade_iterator}.
 */
final class CascadeWalk {
    private final Cascade cascade;
    private final Predicate<InstanceState> isEnd;

    /** Begin a walk that does not go on from states at which it ends, nor yield them. */
    CascadeWalk(Cascade cascade, Predicate<InstanceState> isEnd) {
        this.cascade = cascade;
        this.isEnd = isEnd;
    }

    /** The instances that are reached, without the first one itself. A deletion loads what it deletes. */
    List<InstanceState> from(InstanceState start) {
        List<InstanceState> first = related(start);
        return first.isEmpty() ? List.of() : from(start, first);
    }

    private List<InstanceState> from(InstanceState start, List<InstanceState> first) {
        List<InstanceState> reached = new ArrayList<>();
        Set<InstanceState> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<InstanceState> stack = new ArrayDeque<>();
        seen.add(start);
        push(first, stack);
        while (!stack.isEmpty()) {
            InstanceState state = stack.pop();
            if (seen.add(state) && !isEnd.test(state)) {
                reached.add(state);
                push(related(state), stack);
            }
        }
        return reached;
    }

    private static void push(List<InstanceState> related, Deque<InstanceState> stack) {
        Collections.reverse(related);
        related.forEach(stack::push);
    }

    private List<InstanceState> related(InstanceState state) {
        List<InstanceState> related = new ArrayList<>(0);
        if (!state.isMapped()) {
            return related;
        }
        for (MappedRelationship relationship : state.mapper().relationships()) {
            if (relationship.mapping().cascades(cascade)) {
                boolean isWithPending = cascade != Cascade.REFRESH_EXPIRE
                        || relationship.mapping().cascades(Cascade.DELETE_ORPHAN);
                for (Object object : objects(state, relationship)) {
                    InstanceState other = InstanceState.track((Instrumented) object);
                    if (isWithPending || other.key() != null) {
                        related.add(other);
                    }
                }
            }
        }
        return related;
    }

    private List<Object> objects(InstanceState state, MappedRelationship relationship) {
        RelationshipMapping mapping = relationship.mapping();
        if (cascade == Cascade.DELETE && !mapping.isPassiveDeletes()) {
            state.loadRelated(relationship.index());
        }
        RelatedHistory history = state.relatedHistory(relationship.index());
        return cascade == Cascade.SAVE_UPDATE ? history.all() : history.present();
    }
}
