package io.athanor.orm.flush;

import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.identity.RelatedHistory;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.orm.mapping.Cascade;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The object itself refers to the other one, whose key it gets after that is written, before it is written itself. */
final class ManyToOneDependency extends Dependency {
    ManyToOneDependency(UnitOfWork work, MappedRelationship relationship) {
        super(work, relationship);
    }

    @Override
    void order(Steps steps) {
        ActionGraph graph = work.graph();
        if (mapping.isPostUpdate()) {
            Action after = work.action(Action.postUpdate(parent(), false));
            Action before = work.action(Action.postUpdate(parent(), true));
            graph.add(steps.childSaves(), steps.afterSave());
            graph.add(steps.parentSaves(), steps.afterSave());
            graph.add(steps.afterSave(), after);
            graph.add(steps.afterSave(), before);
            graph.add(steps.beforeDelete(), before);
            graph.add(before, steps.childDeletes());
            graph.add(before, steps.parentDeletes());
            return;
        }
        graph.add(steps.childSaves(), steps.afterSave());
        graph.add(steps.afterSave(), steps.parentSaves());
        graph.add(steps.parentSaves(), steps.childDeletes());
        graph.add(steps.parentDeletes(), steps.childDeletes());
    }

    @Override
    void orderStates(
            @Nullable Action saveParent,
            @Nullable Action deleteParent,
            Action child,
            Action process,
            boolean isDelete) {
        ActionGraph graph = work.graph();
        if (mapping.isPostUpdate()) {
            Action post = work.action(Action.postUpdate(parent(), isDelete));
            graph.add(process, post);
            if (deleteParent != null) {
                graph.add(post, deleteParent);
                graph.add(post, child);
            } else if (isDeletion(child)) {
                graph.add(post, child);
            } else if (saveParent != null) {
                graph.add(saveParent, process);
                graph.add(child, process);
            }
        } else if (saveParent != null) {
            graph.add(process, saveParent);
            if (!isDeletion(child)) {
                graph.add(child, process);
            }
        } else if (deleteParent != null && isDeletion(child)) {
            graph.add(deleteParent, child);
        }
    }

    @Override
    void prepareDeletes(List<InstanceState> states) {
        boolean isOrphaning = mapping.cascades(Cascade.DELETE_ORPHAN);
        if (!mapping.cascades(Cascade.DELETE) && !isOrphaning) {
            return;
        }
        for (InstanceState state : states) {
            RelatedHistory history = history(state, isLoadedForDelete());
            for (Object object : isOrphaning ? history.all() : history.present()) {
                deleteWithOthers(state(object));
            }
        }
    }

    @Override
    void prepareSaves(List<InstanceState> states) {
        if (!mapping.cascades(Cascade.DELETE_ORPHAN)) {
            return;
        }
        for (InstanceState state : states) {
            for (Object object : history(state, false).removed()) {
                if (isLost(state(object))) {
                    deleteWithOthers(state(object));
                }
            }
        }
    }

    @Override
    void processDeletes(List<InstanceState> states, RowSink sink) {
        boolean isClearing =
                mapping.isPostUpdate() && !mapping.cascades(Cascade.DELETE_ORPHAN) && !mapping.isPassiveDeletesAll();
        if (!isClearing) {
            return;
        }
        for (InstanceState state : states) {
            RelatedHistory history = history(state, isLoadedForDelete());
            sync.clear(state, pairs());
            if (!history.all().isEmpty()) {
                noteLater(state);
            }
        }
    }

    @Override
    void processSaves(List<InstanceState> states, RowSink sink) {
        for (InstanceState state : states) {
            RelatedHistory history = history(state, false);
            if (!mapping.isPostUpdate() && work.isDeleted(state)) {
                continue;
            }
            if (!history.added().isEmpty()) {
                InstanceState related = state(history.added().get(0));
                if (isWritten(related, "add")) {
                    sync.populate(related, state, pairs());
                }
            } else if (history.isCleared() || !history.removed().isEmpty()) {
                sync.clear(state, pairs());
            } else {
                followKeys(state, history);
            }
            if (mapping.isPostUpdate() && history.isChanged()) {
                noteLater(state);
            }
        }
    }

    /** What is referred to as before may have another key now. */
    private void followKeys(InstanceState state, RelatedHistory history) {
        if (relationship.reverse() == null && !mapping.isPassiveUpdates()) {
            for (Object object : history.unchanged()) {
                if (KeySync.isKeyChanged(state(object), pairs())) {
                    sync.populate(state(object), state, pairs());
                }
            }
        }
    }

    private void noteLater(InstanceState state) {
        UnitOfWork.PostUpdates later = work.postUpdates(parent());
        later.states().add(state);
        pairs().forEach(pair -> later.columns().add(pair.destination()));
    }
}
