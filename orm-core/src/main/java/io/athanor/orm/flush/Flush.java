package io.athanor.orm.flush;

import io.athanor.engine.Connection;
import io.athanor.orm.identity.EntityKey;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.state.ObjectState.Lifecycle;
import io.athanor.orm.state.PlannedStep;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** Writes changes, each step when those that it waits for are done. Within a step UPDATEs go before INSERTs, as in SQLAlchemy. */
public final class Flush {
    private final WritePlans plans;
    private final FlushScope scope;
    private final UnitOfWork work;
    private final ChangeBatch changes;
    private final KeySwitch keys;

    /**
     * Create a flush.
     *
     * @param plans the statements
     * @param connection where to write, in a transaction; asked for when there is something to write
     * @param scope the session
     */
    public Flush(WritePlans plans, Supplier<Connection> connection, FlushScope scope) {
        this.plans = plans;
        this.scope = scope;
        this.work = new UnitOfWork(scope);
        this.changes = new ChangeBatch(connection);
        this.keys = new KeySwitch(scope);
    }

    /**
     * Write the changes. What was written is not marked yet, so that after an exception the states are as before.
     *
     * @param wanted what to write
     * @return what was written, relationships considered: new instances, persistent ones, deleted ones
     */
    public Changes run(Changes wanted) {
        for (List<Action> group : prepare(wanted)) {
            if (group.size() == 1) {
                run(group.get(0), group);
                continue;
            }
            Set<Action> left = new LinkedHashSet<>(group);
            while (!left.isEmpty()) {
                Action action = left.iterator().next();
                List<Action> alike = action.state == null
                        ? List.of(action)
                        : left.stream().filter(action::isLike).toList();
                alike.forEach(left::remove);
                run(action, alike);
            }
        }
        changes.send();
        return outcome();
    }

    /**
     * Find out what would be written, and why, without writing.
     *
     * @param wanted what is to be written
     * @return the steps in their order
     */
    public List<PlannedStep> plan(Changes wanted) {
        List<PlannedStep> steps = new ArrayList<>();
        PlanWriter writer = new PlanWriter(work);
        for (List<Action> group : prepare(wanted)) {
            group.forEach(action -> steps.addAll(writer.describe(action)));
        }
        return steps;
    }

    private List<List<Action>> prepare(Changes wanted) {
        wanted.inserts().forEach(work::save);
        for (InstanceState state : wanted.updates()) {
            if (state.isOrphan()) {
                work.delete(state);
            } else {
                work.save(state);
            }
        }
        wanted.deletes().forEach(work::delete);
        List<InstanceState> switched =
                wanted.updates().stream().filter(KeySwitch::isSwitched).toList();
        if (!switched.isEmpty()) {
            keys.saveReferring(switched, work);
        }
        return work.plan();
    }

    private void run(Action action, List<Action> alike) {
        switch (action.kind) {
            case SAVE_ALL -> save(action.mapper, work.states(action.mapper, false));
            case SAVE_STATE -> save(action.mapper, states(alike));
            case DELETE_ALL -> delete(action.mapper, work.states(action.mapper, true));
            case DELETE_STATE ->
                delete(
                        action.mapper,
                        states(alike).stream().filter(work::isDeleted).toList());
            case POST_UPDATE -> postUpdate(action);
            case PROCESS_ALL -> process(action, work.states(action.mapper, action.isDelete));
            case PROCESS_STATE -> process(action, states(alike));
        }
    }

    private static List<InstanceState> states(List<Action> actions) {
        return actions.stream()
                .map(action -> Objects.requireNonNull(action.state))
                .toList();
    }

    private EntityWriter writer(EntityMapper<?> mapper) {
        return new EntityWriter(mapper, plans, changes, scope);
    }

    private void process(Action action, List<InstanceState> states) {
        Dependency dependency = Objects.requireNonNull(action.dependency);
        LinkWriter links = new LinkWriter(plans, changes);
        if (action.isDelete) {
            dependency.processDeletes(states, links);
        } else {
            dependency.processSaves(states, links);
        }
    }

    private void save(EntityMapper<?> mapper, List<InstanceState> states) {
        List<InstanceState> updates = new ArrayList<>();
        List<InstanceState> inserts = new ArrayList<>();
        for (InstanceState state : states) {
            (state.identity() == null && !takesRow(state) ? inserts : updates).add(state);
        }
        if (scope.isHeard()) {
            // Who listens may ask the database.
            changes.send();
            updates.stream().filter(InstanceState::isModified).toList().forEach(scope::updating);
            inserts.forEach(scope::inserting);
        }
        boolean isWriting = !inserts.isEmpty()
                || updates.stream().anyMatch(each -> each.lifecycle() == Lifecycle.PENDING || each.isRowChanged());
        if (isWriting) {
            EntityWriter writer = writer(mapper);
            writer.update(updates);
            List<InstanceState> switched =
                    updates.stream().filter(KeySwitch::isSwitched).toList();
            if (!switched.isEmpty()) {
                changes.send();
                keys.follow(switched);
            }
            writer.insert(inserts);
        }
    }

    /** A new instance with the key of one that is deleted takes its row, by an UPDATE. */
    private boolean takesRow(InstanceState state) {
        EntityKey key = Identities.givenKey(state);
        InstanceState other = key == null ? null : scope.find(key);
        if (key == null || other == null || !work.isDeleted(other)) {
            return false;
        }
        work.leaveAlone(other);
        state.identify(key);
        return true;
    }

    private void delete(EntityMapper<?> mapper, List<InstanceState> states) {
        List<InstanceState> rows =
                states.stream().filter(state -> state.identity() != null).toList();
        if (!rows.isEmpty()) {
            writer(mapper).delete(rows);
        }
    }

    private void postUpdate(Action action) {
        UnitOfWork.PostUpdates later = work.postUpdates(action.mapper);
        List<InstanceState> states = later.states().stream()
                .filter(state -> work.isDeleted(state) == action.isDelete)
                .toList();
        if (!states.isEmpty()) {
            writer(action.mapper).updateLater(states, later.columns());
        }
    }

    private Changes outcome() {
        List<InstanceState> inserts = new ArrayList<>();
        List<InstanceState> updates = new ArrayList<>();
        List<InstanceState> deletes = new ArrayList<>();
        for (InstanceState state : work.all()) {
            if (work.isDeleted(state)) {
                deletes.add(state);
            } else if (state.lifecycle() == Lifecycle.PENDING) {
                inserts.add(state);
            } else {
                updates.add(state);
            }
        }
        return new Changes(inserts, updates, deletes);
    }
}
