package io.athanor.orm.flush;

import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.identity.RelatedHistory;
import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.mapper.ColumnPair;
import io.athanor.orm.mapper.Direction;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.state.ObjectState.Lifecycle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a relationship asks of a flush: which others to write, in which order, and keys to be passed on. */
abstract class Dependency {
    final UnitOfWork work;
    final MappedRelationship relationship;
    final RelationshipMapping mapping;
    final KeySync sync;

    Dependency(UnitOfWork work, MappedRelationship relationship) {
        this.work = work;
        this.relationship = relationship;
        this.mapping = relationship.mapping();
        this.sync = new KeySync(relationship);
    }

    static Dependency of(UnitOfWork work, MappedRelationship relationship) {
        return switch (relationship.direction()) {
            case ONE_TO_MANY -> new OneToManyDependency(work, relationship);
            case MANY_TO_ONE -> new ManyToOneDependency(work, relationship);
            case MANY_TO_MANY -> new ManyToManyDependency(work, relationship);
        };
    }

    /** The steps between which a relationship lays down an order. */
    record Steps(
            Action parentSaves,
            Action childSaves,
            Action parentDeletes,
            Action childDeletes,
            Action afterSave,
            Action beforeDelete) {}

    MappedRelationship relationship() {
        return relationship;
    }

    EntityMapper<?> parent() {
        return relationship.owner();
    }

    EntityMapper<?> child() {
        return relationship.target();
    }

    List<ColumnPair> pairs() {
        return relationship.path().pairs();
    }

    /** Load what deletions must see, for all instances at once. Of a reference nothing is to be seen but its key. */
    final void loadForDelete(List<InstanceState> states) {
        if (isLoadedForDelete() && relationship.direction() != Direction.MANY_TO_ONE && !states.isEmpty()) {
            work.scope().loadForWriting(relationship, states);
        }
    }

    void prepareDeletes(List<InstanceState> states) {}

    void prepareSaves(List<InstanceState> states) {}

    abstract void order(Steps steps);

    /** Lay down the order of one parent and one child. A step that is null need not be waited for. */
    abstract void orderStates(
            @Nullable Action saveParent, @Nullable Action deleteParent, Action child, Action process, boolean isDelete);

    void processDeletes(List<InstanceState> states, RowSink sink) {}

    void processSaves(List<InstanceState> states, RowSink sink) {}

    final RelatedHistory history(InstanceState state, boolean isLoading) {
        return work.history(state, relationship, isLoading);
    }

    /** What is loaded to see it when the parent is deleted. */
    final boolean isLoadedForDelete() {
        return !mapping.isPassiveDeletes();
    }

    final void addActions() {
        order(new Steps(
                work.action(Action.saveAll(parent())),
                work.action(Action.saveAll(child())),
                work.action(Action.deleteAll(parent())),
                work.action(Action.deleteAll(child())),
                work.action(Action.processAll(this, false)),
                work.action(Action.processAll(this, true))));
    }

    final boolean isConcerned(List<InstanceState> states, boolean isDelete) {
        for (InstanceState state : states) {
            boolean isLoading = isDelete && isLoadedForDelete() && relationship.direction() != Direction.MANY_TO_ONE;
            if (!history(state, isLoading).isEmpty()) {
                return true;
            }
        }
        return !states.isEmpty() && !relationship.isSelfReferential() && work.hasInstancesOf(child());
    }

    /** Where the rows themselves depend on each other: lay down the order row by row. */
    final void addStateActions(List<InstanceState> states, boolean isDelete) {
        work.disable(Action.processAll(this, isDelete));
        boolean isChildInCycle = work.isInCycle(Action.saveAll(child()));
        for (InstanceState state : states) {
            RelatedHistory history = history(state, isDelete && isLoadedForDelete());
            List<Object> all = history.all();
            if (all.isEmpty() && !history.isCleared()) {
                continue;
            }
            Action process = work.action(Action.process(this, isDelete, state));
            Action saveParent = isDelete ? null : parentAction(Action.saveAll(parent()), Action.save(state));
            Action deleteParent = isDelete ? parentAction(Action.deleteAll(parent()), Action.delete(state)) : null;
            for (Action child : childActions(all, isChildInCycle)) {
                orderStates(saveParent, deleteParent, child, process, isDelete);
            }
        }
    }

    private Action parentAction(Action all, Action single) {
        return work.action(work.isInCycle(all) ? single : all);
    }

    private List<Action> childActions(List<Object> children, boolean isInCycle) {
        if (!isInCycle) {
            return List.of(work.action(Action.saveAll(child())), work.action(Action.deleteAll(child())));
        }
        List<Action> actions = new ArrayList<>();
        for (Object child : children) {
            InstanceState state = state(child);
            if (work.isListed(state)) {
                actions.add(work.action(work.isDeleted(state) ? Action.delete(state) : Action.save(state)));
            }
        }
        return actions;
    }

    static boolean isDeletion(Action action) {
        return action.kind == Action.Kind.DELETE_STATE || action.kind == Action.Kind.DELETE_ALL;
    }

    static InstanceState state(Object object) {
        return InstanceState.track((Instrumented) object);
    }

    /** Whether an object that is not related any more has no other parent. */
    final boolean isLost(InstanceState child) {
        return !mapping.cascades(Cascade.DELETE_ORPHAN) || !child.kinship().isTaken(mapping);
    }

    /** Delete an object and what is deleted with it. */
    final void deleteWithOthers(InstanceState child) {
        work.delete(child);
        work.scope().deletedWith(child).forEach(work::delete);
    }

    /** Whether an object is to be written; one that is in no session is left out, with a warning. */
    final boolean isWritten(InstanceState child, String operation) {
        boolean isHere = work.scope().contains(child);
        if (!isHere && child.lifecycle() != Lifecycle.DELETED) {
            work.scope().warnNotInSession(relationship, operation);
        }
        return isHere;
    }
}
