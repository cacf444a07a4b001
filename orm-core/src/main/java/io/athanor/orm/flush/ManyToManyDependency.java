package io.athanor.orm.flush;

import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.identity.RelatedHistory;
import io.athanor.orm.mapper.ColumnPair;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.orm.mapping.Cascade;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of a secondary table refer to both: they are written after both, and deleted before either. */
final class ManyToManyDependency extends Dependency {
    ManyToManyDependency(UnitOfWork work, MappedRelationship relationship) {
        super(work, relationship);
    }

    @Override
    void order(Steps steps) {
        ActionGraph graph = work.graph();
        graph.add(steps.parentSaves(), steps.afterSave());
        graph.add(steps.childSaves(), steps.afterSave());
        graph.add(steps.afterSave(), steps.childDeletes());
        graph.add(steps.beforeDelete(), steps.parentSaves());
        graph.add(steps.beforeDelete(), steps.parentDeletes());
        graph.add(steps.beforeDelete(), steps.childDeletes());
        graph.add(steps.beforeDelete(), steps.childSaves());
    }

    @Override
    void orderStates(
            @Nullable Action saveParent,
            @Nullable Action deleteParent,
            Action child,
            Action process,
            boolean isDelete) {
        ActionGraph graph = work.graph();
        if (deleteParent != null) {
            graph.add(process, child);
            graph.add(process, deleteParent);
        } else if (saveParent != null) {
            graph.add(saveParent, process);
            if (isDeletion(child)) {
                graph.add(process, child);
            } else {
                graph.add(child, process);
            }
        }
    }

    @Override
    void prepareDeletes(List<InstanceState> states) {
        if (isLoadedForDelete()) {
            loadForDelete(states);
            states.forEach(state -> history(state, true));
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
        Links links = new Links();
        for (InstanceState state : states) {
            links.addAll(state, history(state, isLoadedForDelete()).past(), links.deleted);
        }
        links.write(sink);
    }

    @Override
    void processSaves(List<InstanceState> states, RowSink sink) {
        Links links = new Links();
        for (InstanceState state : states) {
            RelatedHistory history = history(state, false);
            links.addAll(state, history.added(), links.inserted);
            links.addAll(state, history.removed(), links.deleted);
        }
        links.write(sink);
    }

    /** The rows that are written for one side; those that the other side has written are left out. */
    private final class Links {
        private final Set<UnitOfWork.Link> written = work.links(relationship);
        private final List<UnitOfWork.Link> mine = new ArrayList<>();
        private final List<Map<Column<?>, Object>> inserted = new ArrayList<>();
        private final List<Map<Column<?>, Object>> deleted = new ArrayList<>();

        void addAll(InstanceState state, List<Object> objects, List<Map<Column<?>, Object>> rows) {
            for (Object object : objects) {
                InstanceState other = state(object);
                if (!written.contains(new UnitOfWork.Link(state, other)) && isWritten(other, "link")) {
                    rows.add(row(state, other));
                }
                mine.add(new UnitOfWork.Link(other, state));
            }
        }

        private Map<Column<?>, Object> row(InstanceState state, InstanceState other) {
            Map<Column<?>, Object> row = new LinkedHashMap<>();
            put(row, state, pairs());
            put(row, other, relationship.path().onwardPairs());
            return row;
        }

        private void put(Map<Column<?>, Object> row, InstanceState state, List<ColumnPair> pairs) {
            for (ColumnPair pair : pairs) {
                row.put(pair.destination(), Objects.requireNonNull(sync.value(state, pair.source())));
            }
        }

        void write(RowSink sink) {
            written.addAll(mine);
            Table table = Objects.requireNonNull(relationship.path().secondary());
            if (!deleted.isEmpty()) {
                sink.deleteLinks(table, deleted);
            }
            if (!inserted.isEmpty()) {
                sink.insertLinks(table, inserted);
            }
        }
    }
}
