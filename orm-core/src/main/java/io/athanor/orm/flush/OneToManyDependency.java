package io.athanor.orm.flush;

import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.identity.RelatedHistory;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.orm.mapping.Cascade;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The children refer to their parent: its key is passed on to them after it is written, before they are. */
final class OneToManyDependency extends Dependency {
    private final Set<Object> added = Collections.newSetFromMap(new IdentityHashMap<>());

    OneToManyDependency(UnitOfWork work, MappedRelationship relationship) {
        super(work, relationship);
    }

    @Override
    void order(Steps steps) {
        ActionGraph graph = work.graph();
        if (mapping.isPostUpdate()) {
            Action after = work.action(Action.postUpdate(child(), false));
            Action before = work.action(Action.postUpdate(child(), true));
            graph.add(steps.childSaves(), steps.afterSave());
            graph.add(steps.parentSaves(), steps.afterSave());
            graph.add(steps.afterSave(), after);
            graph.add(steps.beforeDelete(), before);
            graph.add(before, steps.parentDeletes());
            graph.add(before, steps.childDeletes());
            return;
        }
        graph.add(steps.parentSaves(), steps.afterSave());
        graph.add(steps.afterSave(), steps.childSaves());
        graph.add(steps.afterSave(), steps.childDeletes());
        graph.add(steps.childSaves(), steps.parentDeletes());
        graph.add(steps.childDeletes(), steps.parentDeletes());
        graph.add(steps.beforeDelete(), steps.childSaves());
        graph.add(steps.beforeDelete(), steps.childDeletes());
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
            Action post = work.action(Action.postUpdate(child(), isDelete));
            graph.add(process, post);
            if (deleteParent != null) {
                graph.add(post, deleteParent);
            } else {
                graph.add(child, process);
                if (saveParent != null && !isDeletion(child)) {
                    graph.add(saveParent, process);
                }
            }
        } else if (saveParent != null) {
            graph.add(saveParent, process);
            graph.add(process, child);
            graph.add(saveParent, child);
        } else if (deleteParent != null) {
            graph.add(process, child);
            graph.add(child, deleteParent);
        }
    }

    @Override
    void prepareDeletes(List<InstanceState> states) {
        boolean isNulling = !mapping.cascades(Cascade.DELETE) && !mapping.isPassiveDeletesAll();
        for (InstanceState state : states) {
            RelatedHistory history = history(state, isLoadedForDelete());
            for (Object object : history.removed()) {
                InstanceState child = state(object);
                if (isLost(child)) {
                    if (mapping.cascades(Cascade.DELETE_ORPHAN)) {
                        work.delete(child);
                    } else {
                        work.save(child);
                    }
                }
            }
            if (isNulling) {
                history.unchanged().forEach(child -> work.save(state(child)));
            }
        }
    }

    @Override
    void prepareSaves(List<InstanceState> states) {
        for (InstanceState state : states) {
            boolean isPassingOn =
                    !mapping.isPassiveUpdates() && (work.isFollower(state) || KeySync.isKeyChanged(state, pairs()));
            RelatedHistory history = history(state, isPassingOn);
            for (Object object : history.added()) {
                InstanceState child = state(object);
                if (isWritten(child, "add")) {
                    work.keep(child);
                }
                added.add(object);
            }
            for (Object object : history.removed()) {
                prepareRemoved(state(object));
            }
            if (isPassingOn) {
                history.unchanged().forEach(object -> passOn(state(object)));
            }
        }
    }

    private void passOn(InstanceState child) {
        boolean isKeyOfKeys = pairs().stream()
                .map(pair -> child().attributeOf(pair.destination()))
                .anyMatch(attribute -> attribute != null && attribute.isKey());
        if (isKeyOfKeys) {
            work.saveWithKey(child);
        } else {
            work.save(child);
        }
    }

    private void prepareRemoved(InstanceState child) {
        if (!mapping.cascades(Cascade.DELETE_ORPHAN)) {
            if (!mapping.isPassiveDeletesAll()) {
                work.save(child);
            }
        } else if (isLost(child)) {
            deleteWithOthers(child);
        }
    }

    @Override
    void processDeletes(List<InstanceState> states, RowSink sink) {
        if (!mapping.isPostUpdate() && mapping.isPassiveDeletesAll()) {
            return;
        }
        for (InstanceState state : states) {
            RelatedHistory history = history(state, isLoadedForDelete());
            for (Object object : history.removed()) {
                if (isLost(state(object))) {
                    part(state, state(object));
                }
            }
            if (mapping.isPostUpdate() || !mapping.cascades(Cascade.DELETE)) {
                for (Object object : history.unchanged()) {
                    if (!added.contains(object)) {
                        part(state, state(object));
                    }
                }
            }
        }
    }

    /** A child that another parent has taken meanwhile keeps what that one gave it. */
    private void part(InstanceState parent, InstanceState child) {
        if (!isSkipped(child) && work.isListed(child)) {
            if (isHeldBy(parent, child)) {
                sync.clear(child, pairs());
            }
            if (mapping.isPostUpdate()) {
                noteLater(child);
            }
        }
    }

    private boolean isHeldBy(InstanceState parent, InstanceState child) {
        return pairs().stream().allMatch(pair -> {
            if (sync.isUnloaded(child, pair.destination())) {
                return true;
            }
            Object held = sync.value(child, pair.destination());
            return held == null || held.equals(sync.value(parent, pair.source()));
        });
    }

    private boolean isSkipped(InstanceState child) {
        return !mapping.isPostUpdate() && work.isDeleted(child) || !work.scope().contains(child);
    }

    private void noteLater(InstanceState child) {
        UnitOfWork.PostUpdates later = work.postUpdates(child());
        later.states().add(child);
        pairs().forEach(pair -> later.columns().add(pair.destination()));
    }

    @Override
    void processSaves(List<InstanceState> states, RowSink sink) {
        boolean isNulling = !mapping.cascades(Cascade.DELETE_ORPHAN) && !mapping.isPassiveDeletesAll();
        for (InstanceState state : states) {
            RelatedHistory history = history(state, false);
            for (Object object : history.added()) {
                join(state, state(object));
            }
            if (isNulling) {
                for (Object object : history.removed()) {
                    if (!added.contains(object)) {
                        part(state, state(object));
                    }
                }
            }
            if (KeySync.isKeyChanged(state, pairs()) && !mapping.isPassiveUpdates()) {
                history.unchanged().forEach(object -> join(state, state(object)));
            }
        }
    }

    private void join(InstanceState parent, InstanceState child) {
        if (!isSkipped(child)) {
            sync.populate(parent, child, pairs());
            if (mapping.isPostUpdate()) {
                noteLater(child);
            }
        }
    }
}
