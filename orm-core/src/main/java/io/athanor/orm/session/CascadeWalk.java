package io.athanor.orm.session;

import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.identity.PersistenceContext;
import io.athanor.orm.identity.RelatedHistory;
import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.state.ObjectState.Lifecycle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a cascade reaches from an instance, each parent before its children, whatever the depth: without recursion.
 * SQLAlchemy's {@code cascade_iterator}. Walks once.
 */
final class CascadeWalk {
    private final Cascade cascade;
    private final Predicate<InstanceState> isEnd;
    private final @Nullable PersistenceContext loader;
    private final Deque<InstanceState> stack = new ArrayDeque<>();
    private Consumer<InstanceState> taker = state -> {};
    private boolean isLoadedAhead;

    /** Begin a walk that does not go on from states at which it ends, nor yield them. */
    CascadeWalk(Cascade cascade, Predicate<InstanceState> isEnd) {
        this(cascade, isEnd, null);
    }

    private CascadeWalk(Cascade cascade, Predicate<InstanceState> isEnd, @Nullable PersistenceContext loader) {
        this.cascade = cascade;
        this.isEnd = isEnd;
        this.loader = loader;
    }

    /**
     * Begin a walk over what is deleted together, which is loaded so that it can be seen. What was reached may have come with a
     * detached instance, and is taken in.
     */
    static CascadeWalk ofDeletion(PersistenceContext loader, Consumer<InstanceState> taker) {
        CascadeWalk walk = new CascadeWalk(Cascade.DELETE, each -> false, loader);
        walk.taker = taker;
        return walk;
    }

    /** The instances that are reached, without the first one itself. A deletion loads what it deletes. */
    List<InstanceState> from(InstanceState start) {
        List<InstanceState> reached = new ArrayList<>();
        Set<InstanceState> seen = identitySet(List.of(start));
        stack.push(start);
        while (!stack.isEmpty()) {
            InstanceState state = stack.pop();
            if (state != start) {
                if (!seen.add(state) || isEnd.test(state)) {
                    continue;
                }
                reached.add(state);
            }
            List<InstanceState> next = related(state);
            Collections.reverse(next);
            next.forEach(stack::push);
        }
        return reached;
    }

    private static Set<InstanceState> identitySet(Collection<InstanceState> states) {
        Set<InstanceState> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(states);
        return set;
    }

    private List<InstanceState> related(InstanceState state) {
        List<InstanceState> related = new ArrayList<>();
        for (MappedRelationship relationship : followed(state)) {
            if (loader != null && isLacking(state, relationship)) {
                load(loader, state, relationship);
            }
            related.addAll(present(state, relationship));
        }
        return related;
    }

    private List<MappedRelationship> followed(InstanceState state) {
        List<MappedRelationship> followed = new ArrayList<>();
        if (state.key() != null) {
            taker.accept(state);
        }
        if (state.isMapped()) {
            for (MappedRelationship relationship : state.mapper().relationships()) {
                if (relationship.mapping().cascades(cascade)) {
                    followed.add(relationship);
                }
            }
        }
        return followed;
    }

    private List<InstanceState> present(InstanceState state, MappedRelationship relationship) {
        RelatedHistory history = state.relatedHistory(relationship.index());
        boolean isWithPending =
                cascade != Cascade.REFRESH_EXPIRE || relationship.mapping().cascades(Cascade.DELETE_ORPHAN);
        List<InstanceState> present = new ArrayList<>();
        for (Object object : cascade == Cascade.SAVE_UPDATE ? history.all() : history.present()) {
            InstanceState other = InstanceState.track((Instrumented) object);
            if (isWithPending || other.key() != null) {
                present.add(other);
            }
        }
        return present;
    }

    // -- loading -----------------------------------------------------------------------------------------------------

    private static boolean isLacking(InstanceState state, MappedRelationship relationship) {
        return !relationship.mapping().isPassiveDeletes()
                && state.lifecycle() == Lifecycle.PERSISTENT
                && !state.isRelatedLoaded(relationship.index());
    }

    /** One by one, unless there are so many that it pays to load all that is below them level by level. */
    private void load(PersistenceContext with, InstanceState state, MappedRelationship relationship) {
        List<InstanceState> others = new ArrayList<>();
        if (!isLoadedAhead) {
            stack.stream()
                    .filter(each ->
                            each.isMapped() && each.mapper() == relationship.owner() && isLacking(each, relationship))
                    .forEach(others::add);
        }
        if (others.size() + 1 < RelatedLoads.MANY) {
            with.loadForWriting(relationship, List.of(state));
            return;
        }
        isLoadedAhead = true;
        List<InstanceState> level = new ArrayList<>(List.of(state));
        level.addAll(stack);
        Set<InstanceState> known = identitySet(level);
        while (!level.isEmpty()) {
            level = below(with, level, known);
        }
    }

    private List<InstanceState> below(PersistenceContext with, List<InstanceState> level, Set<InstanceState> known) {
        Map<MappedRelationship, List<InstanceState>> lacking = new LinkedHashMap<>();
        for (InstanceState state : level) {
            for (MappedRelationship relationship : followed(state)) {
                if (isLacking(state, relationship)) {
                    lacking.computeIfAbsent(relationship, any -> new ArrayList<>())
                            .add(state);
                }
            }
        }
        lacking.forEach(with::loadForWriting);
        List<InstanceState> next = new ArrayList<>();
        for (InstanceState state : level) {
            for (MappedRelationship relationship : followed(state)) {
                present(state, relationship).stream().filter(known::add).forEach(next::add);
            }
        }
        return next;
    }
}
