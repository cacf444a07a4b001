package io.athanor.orm.flush;

import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.mapper.ColumnPair;
import io.athanor.orm.mapper.Direction;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.orm.mapper.MappedRelationship;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a changed primary key for those who refer to it. Where the database passes it on, the instances in memory
 * get the values that their rows have now; where it does not, who refers to it is written. SQLAlchemy's
 * {@code DetectKeySwitch}, and more: it follows keys made of keys.
 */
final class KeySwitch {
    private final FlushScope scope;

    KeySwitch(FlushScope scope) {
        this.scope = scope;
    }

    static boolean isSwitched(InstanceState state) {
        boolean isSwitched = false;
        for (int key : state.mapper().keyIndexes()) {
            isSwitched |= state.isChanged(key) && state.netChanges().contains(key);
        }
        return isSwitched && state.identity() != null;
    }

    /** Save those who refer to changed keys by a relationship that has no other side, unless the database does it. */
    void saveReferring(Collection<InstanceState> switched, UnitOfWork work) {
        for (InstanceState each : scope.persistent()) {
            for (MappedRelationship relationship : each.mapper().relationships()) {
                boolean isOwn = relationship.reverse() == null
                        && !relationship.mapping().isPassiveUpdates();
                if (isOwn && refersTo(each, relationship, switched) != null) {
                    work.save(each);
                }
            }
        }
    }

    /** Give those in memory the keys that the database has passed on to their rows, however many times over. */
    void follow(Collection<InstanceState> switched) {
        Set<InstanceState> round = identitySet(switched);
        while (!round.isEmpty()) {
            Set<InstanceState> next = identitySet(List.of());
            for (InstanceState each : scope.persistent()) {
                for (MappedRelationship relationship : each.mapper().relationships()) {
                    InstanceState related = isPassedOn(relationship) ? refersTo(each, relationship, round) : null;
                    if (related != null) {
                        pass(related, each, relationship, next);
                    }
                }
            }
            for (InstanceState each : round) {
                followMembers(each, next);
            }
            round = next;
        }
    }

    private void followMembers(InstanceState state, Set<InstanceState> next) {
        for (MappedRelationship relationship : state.mapper().relationships()) {
            boolean isFollowed = relationship.direction() == Direction.ONE_TO_MANY && isPassedOn(relationship);
            if (isFollowed) {
                for (Object member : state.relatedHistory(relationship.index()).unchanged()) {
                    pass(state, Dependency.state(member), relationship, next);
                }
            }
        }
    }

    private static Set<InstanceState> identitySet(Collection<InstanceState> states) {
        Set<InstanceState> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(states);
        return set;
    }

    /** Whether the database passes a changed key on; of two sides, the one to many says so. */
    private static boolean isPassedOn(MappedRelationship relationship) {
        MappedRelationship reverse = relationship.direction() == Direction.MANY_TO_ONE ? relationship.reverse() : null;
        MappedRelationship saying = reverse == null ? relationship : reverse;
        return saying.mapping().isPassiveUpdates() && !relationship.mapping().isViewOnly();
    }

    private static @Nullable InstanceState refersTo(
            InstanceState state, MappedRelationship relationship, Collection<InstanceState> switched) {
        boolean isCandidate = state.mapper().isInstrumented()
                && relationship.direction() == Direction.MANY_TO_ONE
                && !relationship.mapping().isViewOnly()
                && state.isRelatedLoaded(relationship.index())
                && !state.isChanged(relationship.index());
        Object related = isCandidate ? state.mapper().get(state.requireInstance(), relationship.index()) : null;
        InstanceState found = related == null ? null : InstanceState.track((Instrumented) related);
        return found != null && switched.contains(found) ? found : null;
    }

    private void pass(
            InstanceState source, InstanceState destination, MappedRelationship relationship, Set<InstanceState> next) {
        boolean isKey = false;
        for (ColumnPair pair : relationship.path().pairs()) {
            MappedAttribute from = source.mapper().attributeOf(pair.source());
            MappedAttribute to = destination.mapper().attributeOf(pair.destination());
            if (from == null || to == null || destination.isUnloaded(to.index()) && !to.isKey()) {
                continue;
            }
            Object value = source.mapper().get(source.requireInstance(), from.index());
            if (!Objects.equals(value, destination.stored(to.index()))) {
                destination.follow(to.index(), value);
                isKey |= to.isKey();
                scope.followed(destination);
            }
        }
        if (isKey) {
            EntityMapper<?> mapper = destination.mapper();
            scope.rekey(destination, Identities.keyOf(mapper, destination.requireInstance()));
            next.add(destination);
        }
    }
}
