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
import java.util.function.BiFunction;
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
            states.forEach(state -> history(state, true));
        }
    }

    @Override
    void prepareSaves(List<InstanceState> states) {
        if (!mapping.isPassiveUpdates()) {
            states.stream().filter(this::isKeyChanged).forEach(state -> history(state, true));
        }
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

    private boolean isKeyChanged(InstanceState state) {
        return KeySync.isKeyChanged(state, pairs());
    }

    @Override
    void processDeletes(List<InstanceState> states, RowSink sink) {
        Links links = new Links();
        for (InstanceState state : states) {
            for (Object object : history(state, isLoadedForDelete()).past()) {
                links.delete(state, object);
            }
        }
        links.write(sink);
    }

    @Override
    void processSaves(List<InstanceState> states, RowSink sink) {
        Links links = new Links();
        for (InstanceState state : states) {
            RelatedHistory history = history(state, false);
            history.added().forEach(object -> links.insert(state, object));
            history.removed().forEach(object -> links.delete(state, object));
            if (!mapping.isPassiveUpdates() && isKeyChanged(state)) {
                history.unchanged().forEach(object -> links.change(state, object));
            }
        }
        links.write(sink);
    }

    /** As often as the one is in the collection of the other; SQLAlchemy keeps both collections equal, which comes to the same. */
    private int times(InstanceState state, Object object) {
        MappedRelationship reverse = relationship.reverse();
        int here = state.collection(relationship.index()).count(object);
        int there = reverse == null || !reverse.isToMany()
                ? 0
                : state(object).collection(reverse.index()).count(state.requireInstance());
        return Math.max(1, Math.max(here, there));
    }

    /** The rows that are written for one side; those that the other side has written are left out. */
    private final class Links {
        private final Set<UnitOfWork.Link> written = work.links(relationship);
        private final List<UnitOfWork.Link> mine = new ArrayList<>();
        private final List<Map<Column<?>, Object>> inserted = new ArrayList<>();
        private final List<Map<Column<?>, Object>> deleted = new ArrayList<>();
        private final List<Map<Column<?>, Object>> before = new ArrayList<>();
        private final List<Map<Column<?>, Object>> after = new ArrayList<>();

        void insert(InstanceState state, Object object) {
            InstanceState other = state(object);
            if (isMine(state, other)) {
                Map<Column<?>, Object> row = row(state, other, sync::value);
                for (int i = times(state, object); i > 0; i--) {
                    inserted.add(row);
                }
            }
        }

        /** A row has the old keys, unless the database has passed the new ones on. */
        void delete(InstanceState state, Object object) {
            InstanceState other = state(object);
            if (isMine(state, other)) {
                deleted.add(row(state, other, mapping.isPassiveUpdates() ? sync::value : sync::stored));
            }
        }

        void change(InstanceState state, Object object) {
            InstanceState other = state(object);
            if (isMine(state, other)) {
                before.add(row(state, other, sync::stored));
                after.add(row(state, other, sync::value));
            }
        }

        private boolean isMine(InstanceState state, InstanceState other) {
            mine.add(new UnitOfWork.Link(other, state));
            return !written.contains(new UnitOfWork.Link(state, other)) && isWritten(other, "link");
        }

        private Map<Column<?>, Object> row(
                InstanceState state,
                InstanceState other,
                BiFunction<InstanceState, Column<?>, @Nullable Object> valueOf) {
            Map<Column<?>, Object> row = new LinkedHashMap<>();
            for (ColumnPair pair : pairs()) {
                row.put(pair.destination(), Objects.requireNonNull(valueOf.apply(state, pair.source())));
            }
            for (ColumnPair pair : relationship.path().onwardPairs()) {
                row.put(pair.destination(), Objects.requireNonNull(valueOf.apply(other, pair.source())));
            }
            return row;
        }

        void write(RowSink sink) {
            written.addAll(mine);
            Table table = Objects.requireNonNull(relationship.path().secondary());
            if (!deleted.isEmpty()) {
                sink.deleteLinks(table, deleted);
            }
            if (!before.isEmpty()) {
                sink.changeLinks(table, before, after);
            }
            if (!inserted.isEmpty()) {
                sink.insertLinks(table, inserted);
            }
        }
    }
}
