package io.athanor.orm.flush;

import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.identity.RelatedHistory;
import io.athanor.orm.mapper.Direction;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.orm.state.CircularDependencyException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one flush has to do: which instances are saved and which deleted, and which step waits for which. Built as SQLAlchemy's
 * {@code UOWTransaction} builds it, so that statements go in the same order.
 */
final class UnitOfWork {
    private final FlushScope scope;
    private final Map<InstanceState, Mark> marks = new LinkedHashMap<>();
    private final Map<EntityMapper<?>, List<InstanceState>> arrivals = new LinkedHashMap<>();
    private final Map<EntityMapper<?>, List<InstanceState>> byMapper = new LinkedHashMap<>();
    private final Map<MappedRelationship, Preprocess> preprocesses = new LinkedHashMap<>();
    private final Map<EntityMapper<?>, Set<Dependency>> dependencies = new LinkedHashMap<>();
    private final Map<EntityMapper<?>, PostUpdates> postUpdates = new LinkedHashMap<>();
    private final Set<Action> actions = new LinkedHashSet<>();
    private final Set<Action> disabled = new HashSet<>();
    private final Set<InstanceState> followers = Collections.newSetFromMap(new IdentityHashMap<>());
    private final ActionGraph graph = new ActionGraph();
    private final Map<Object, Set<Link>> links = new LinkedHashMap<>();
    private Set<Action> cycles = Set.of();

    /** Whether an instance is deleted, and whether it is only there because others need it. */
    private record Mark(boolean isDelete, boolean isListOnly) {}

    /** Two objects of a many-to-many relationship, by identity. */
    record Link(InstanceState one, InstanceState other) {
        @Override
        public boolean equals(@Nullable Object object) {
            return object instanceof Link link && link.one == one && link.other == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(one) * 31 + System.identityHashCode(other);
        }
    }

    /** What is to be written after the rows are there. */
    record PostUpdates(Set<InstanceState> states, Set<Column<?>> columns) {}

    UnitOfWork(FlushScope scope) {
        this.scope = scope;
    }

    FlushScope scope() {
        return scope;
    }

    ActionGraph graph() {
        return graph;
    }

    // -- instances ---------------------------------------------------------------------------------------------------

    void save(InstanceState state) {
        register(state, false, false);
    }

    void delete(InstanceState state) {
        register(state, true, false);
    }

    /** Save what a relationship has added, even if it was to be deleted. */
    void keep(InstanceState state) {
        register(state, false, true);
    }

    private void register(InstanceState state, boolean isDelete, boolean isKept) {
        if (!scope.contains(state)) {
            return;
        }
        Mark mark = marks.get(state);
        if (mark == null) {
            EntityMapper<?> mapper = state.mapper();
            if (!byMapper.containsKey(mapper)) {
                prepare(mapper);
            }
            Objects.requireNonNull(byMapper.get(mapper)).add(state);
            Objects.requireNonNull(arrivals.get(mapper)).add(state);
            marks.put(state, new Mark(isDelete, false));
        } else if (isDelete || isKept) {
            marks.put(state, new Mark(isDelete, false));
            Objects.requireNonNull(arrivals.get(state.mapper())).add(state);
        }
    }

    private void prepare(EntityMapper<?> mapper) {
        byMapper.put(mapper, new ArrayList<>());
        arrivals.put(mapper, new ArrayList<>());
        Action saves = action(Action.saveAll(mapper));
        Action deletes = action(Action.deleteAll(mapper));
        graph.add(saves, deletes);
        for (MappedRelationship relationship : mapper.relationships()) {
            if (!relationship.mapping().isViewOnly()) {
                preprocesses.computeIfAbsent(
                        relationship, each -> new Preprocess(Dependency.of(this, relationship), this));
            }
        }
    }

    /** Save an instance whose key follows that of another one. */
    void saveWithKey(InstanceState state) {
        followers.add(state);
        save(state);
    }

    /** Whether the key will change in this flush, because another one has. */
    boolean isFollower(InstanceState state) {
        return followers.contains(state);
    }

    boolean isDeleted(InstanceState state) {
        Mark mark = marks.get(state);
        return mark != null && mark.isDelete();
    }

    boolean isListed(InstanceState state) {
        return marks.containsKey(state);
    }

    boolean isListOnly(InstanceState state) {
        return marks.containsKey(state) && marks.get(state).isListOnly();
    }

    /** A row that is not deleted after all, because a new instance takes it. */
    void leaveAlone(InstanceState state) {
        marks.put(state, new Mark(isDeleted(state), true));
    }

    Set<InstanceState> all() {
        return marks.keySet();
    }

    List<InstanceState> arrivals(EntityMapper<?> mapper) {
        return arrivals.getOrDefault(mapper, List.of());
    }

    boolean hasInstancesOf(EntityMapper<?> mapper) {
        return byMapper.containsKey(mapper);
    }

    List<InstanceState> states(EntityMapper<?> mapper, boolean isDelete) {
        List<InstanceState> found = new ArrayList<>();
        for (InstanceState state : byMapper.getOrDefault(mapper, List.of())) {
            Mark mark = marks.get(state);
            if (mark != null && mark.isDelete() == isDelete && !mark.isListOnly()) {
                found.add(state);
            }
        }
        return found;
    }

    // -- what the relationships note ---------------------------------------------------------------------------------

    Set<Link> links(MappedRelationship relationship) {
        MappedRelationship reverse = relationship.reverse();
        Object key = reverse == null ? relationship : linkKey(relationship, reverse);
        return links.computeIfAbsent(key, any -> new HashSet<>());
    }

    private static Set<Object> linkKey(MappedRelationship one, MappedRelationship other) {
        Set<Object> key = Collections.newSetFromMap(new IdentityHashMap<>());
        key.add(one);
        key.add(other);
        return Set.copyOf(key);
    }

    PostUpdates postUpdates(EntityMapper<?> mapper) {
        return postUpdates.computeIfAbsent(
                mapper,
                any -> new PostUpdates(Collections.newSetFromMap(new LinkedHashMap<>()), new LinkedHashSet<>()));
    }

    RelatedHistory history(InstanceState state, MappedRelationship relationship, boolean isLoading) {
        int index = relationship.index();
        if (isLoading && state.key() != null) {
            scope.loadForWriting(relationship, List.of(state));
        }
        boolean isUnseen = !relationship.isToMany() && state.isReplacedUnseen(index);
        if (isUnseen && relationship.direction() == Direction.ONE_TO_MANY) {
            state.noteOldReference(index, scope.oldReference(state, index));
        }
        return state.relatedHistory(index);
    }

    // -- steps -------------------------------------------------------------------------------------------------------

    Action action(Action action) {
        actions.add(action);
        if (action.kind == Action.Kind.PROCESS_ALL && action.dependency != null) {
            dependencies
                    .computeIfAbsent(action.mapper, any -> new LinkedHashSet<>())
                    .add(action.dependency);
        }
        return action;
    }

    void disable(Action action) {
        disabled.add(action);
    }

    boolean isInCycle(Action action) {
        return cycles.contains(action);
    }

    /** Find out all that is to be done, and return it in groups that need not wait for each other. */
    List<List<Action>> plan() {
        boolean isNews = true;
        while (isNews) {
            isNews = false;
            for (Preprocess each : List.copyOf(preprocesses.values())) {
                isNews |= each.run();
            }
        }
        addForeignKeys();
        cycles = graph.cycles();
        if (!cycles.isEmpty()) {
            breakUp();
        }
        List<Action> remaining = new ArrayList<>(actions);
        remaining.removeIf(action -> disabled.contains(action) || cycles.contains(action));
        List<List<Action>> sorted = graph.sort(remaining);
        if (sorted == null) {
            throw circular(graph.circle(remaining));
        }
        return sorted;
    }

    private static CircularDependencyException circular(List<Action> circle) {
        List<String> steps = new ArrayList<>();
        Set<String> relationships = new LinkedHashSet<>();
        for (Action action : circle) {
            steps.add(action.describe());
            if (action.dependency != null) {
                relationships.add(action.dependency.relationship().toString());
            }
        }
        steps.add(circle.get(0).describe());
        return new CircularDependencyException(
                "The rows to be written wait for each other in a circle: [%s]; state postUpdate for one of the relationships %s on both of its sides, or write in two flushes"
                        .formatted(String.join(" -> ", steps), relationships));
    }

    boolean hasCycles() {
        return !cycles.isEmpty();
    }

    private void breakUp() {
        Map<Action, List<Action>> replacements = new LinkedHashMap<>();
        for (Action action : cycles) {
            replacements.put(action, byState(action));
        }
        graph.replace(replacements, disabled);
    }

    private List<Action> byState(Action action) {
        boolean isSave = action.kind == Action.Kind.SAVE_ALL;
        if (!isSave && action.kind != Action.Kind.DELETE_ALL) {
            return List.of();
        }
        List<InstanceState> states = states(action.mapper, !isSave);
        List<Action> single = new ArrayList<>();
        for (InstanceState state : states) {
            single.add(action(isSave ? Action.save(state) : Action.delete(state)));
        }
        for (Dependency dependency : dependencies.getOrDefault(action.mapper, Set.of())) {
            dependency.addStateActions(states, !isSave);
        }
        return single;
    }

    /** Where no relationship tells, the foreign keys between tables do, unless they contradict what relationships tell. */
    private void addForeignKeys() {
        for (EntityMapper<?> referring : byMapper.keySet()) {
            for (EntityMapper<?> referred : byMapper.keySet()) {
                if (referring != referred && refers(referring.table(), referred.table())) {
                    addUnlessCircular(Action.saveAll(referred), Action.saveAll(referring));
                    addUnlessCircular(Action.deleteAll(referring), Action.deleteAll(referred));
                }
            }
        }
    }

    private static boolean refers(Table referring, Table referred) {
        return !referring.foreignKeysTo(referred).isEmpty()
                && referred.foreignKeysTo(referring).isEmpty();
    }

    private void addUnlessCircular(Action first, Action then) {
        if (!graph.hasPath(then, first)) {
            graph.add(first, then);
        }
    }
}
