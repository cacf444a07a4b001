package io.athanor.orm.flush;

import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.identity.RelatedHistory;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.orm.state.PlannedStep;
import io.athanor.sql.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Tells what the steps of a flush would write, before any of them is done. */
final class PlanWriter {
    private final UnitOfWork work;

    PlanWriter(UnitOfWork work) {
        this.work = work;
    }

    List<PlannedStep> describe(Action action) {
        return switch (action.kind) {
            case SAVE_ALL -> saves(action.mapper.table(), work.states(action.mapper, false));
            case SAVE_STATE -> saves(action.mapper.table(), List.of(Objects.requireNonNull(action.state)));
            case DELETE_ALL -> deletes(action.mapper.table(), work.states(action.mapper, true));
            case DELETE_STATE -> deletes(action.mapper.table(), List.of(Objects.requireNonNull(action.state)));
            case PROCESS_ALL ->
                links(Objects.requireNonNull(action.dependency), action, work.states(action.mapper, action.isDelete));
            case PROCESS_STATE ->
                links(Objects.requireNonNull(action.dependency), action, List.of(Objects.requireNonNull(action.state)));
            case POST_UPDATE ->
                List.of(new PlannedStep(
                        "UPDATE",
                        action.mapper.table().name(),
                        0,
                        "keys of rows that refer to each other (postUpdate)"));
        };
    }

    private static List<PlannedStep> saves(Table table, List<InstanceState> states) {
        List<PlannedStep> steps = new ArrayList<>();
        int updates = 0;
        int inserts = 0;
        for (InstanceState state : states) {
            if (state.key() == null) {
                inserts++;
            } else if (state.isModified()) {
                updates++;
            }
        }
        if (updates > 0) {
            steps.add(new PlannedStep("UPDATE", table.name(), updates, "changed instances"));
        }
        if (inserts > 0) {
            steps.add(new PlannedStep("INSERT", table.name(), inserts, "new instances"));
        }
        return steps;
    }

    private static List<PlannedStep> deletes(Table table, List<InstanceState> states) {
        return states.isEmpty()
                ? List.of()
                : List.of(new PlannedStep("DELETE", table.name(), states.size(), "deleted instances and orphans"));
    }

    private List<PlannedStep> links(Dependency dependency, Action action, List<InstanceState> states) {
        MappedRelationship relationship = dependency.relationship();
        Table secondary = relationship.path().secondary();
        if (secondary == null) {
            return List.of();
        }
        int added = 0;
        int removed = 0;
        for (InstanceState state : states) {
            RelatedHistory history = work.history(state, relationship, false);
            added += action.isDelete ? 0 : news(relationship, state, history.added());
            removed += news(relationship, state, action.isDelete ? history.past() : history.removed());
        }
        List<PlannedStep> steps = new ArrayList<>();
        if (removed > 0) {
            steps.add(new PlannedStep("DELETE", secondary.name(), removed, "links of " + relationship));
        }
        if (added > 0) {
            steps.add(new PlannedStep("INSERT", secondary.name(), added, "links of " + relationship));
        }
        return steps;
    }

    /** How many links the other side of the relationship has not been planned to write. */
    private int news(MappedRelationship relationship, InstanceState state, List<Object> others) {
        int count = 0;
        for (Object each : others) {
            InstanceState other = Dependency.state(each);
            count += work.links(relationship).contains(new UnitOfWork.Link(state, other)) ? 0 : 1;
            work.links(relationship).add(new UnitOfWork.Link(other, state));
        }
        return count;
    }
}
