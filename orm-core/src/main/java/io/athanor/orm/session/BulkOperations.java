package io.athanor.orm.session;

import io.athanor.engine.InvalidRequestException;
import io.athanor.orm.flush.BulkRow;
import io.athanor.orm.flush.BulkWriter;
import io.athanor.orm.identity.EntityKey;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.mapper.Attribute;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.state.ObjectState.Lifecycle;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Assignment;
import io.athanor.sql.tree.Assignments;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.Update;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes many rows past the unit of work; SQLAlchemy's bulk operations. */
final class BulkOperations {
    private final Registry registry;
    private final Instances instances;
    private final Synchronizer synchronizer;
    private final BulkWriter writer;

    BulkOperations(Registry registry, Instances instances, Synchronizer synchronizer, BulkWriter writer) {
        this.registry = registry;
        this.instances = instances;
        this.synchronizer = synchronizer;
        this.writer = writer;
    }

    // -- rows by their keys ------------------------------------------------------------------------------------------

    <P> void update(Class<?> entity, Iterable<? extends P> rows, BiConsumer<Assignments, ? super P> each) {
        EntityMapper<?> mapper = registry.entityMapper(entity);
        List<BulkRow> all = new ArrayList<>();
        for (P row : rows) {
            Update stated = new Update(mapper.entity()).set(assignments -> each.accept(assignments, row));
            all.add(row(mapper, stated.assignments()));
        }
        writer.update(mapper, all);
        for (BulkRow row : all) {
            InstanceState known = instances.identities().find(row.key());
            if (known != null) {
                synchronizer.follow(known, row.values());
            }
        }
    }

    private static BulkRow row(EntityMapper<?> mapper, List<Assignment> assignments) {
        Map<Integer, @Nullable Object> values = new TreeMap<>();
        for (Assignment assignment : assignments) {
            if (!(assignment.value() instanceof Bind<?> bind)) {
                throw new ArgumentException(
                        "Column [%s] of [%s] was set to an expression, but rows are updated by their keys with values; use update(…) with where(…)"
                                .formatted(
                                        assignment.column().name(),
                                        mapper.type().getSimpleName()));
            }
            values.put(attribute(mapper, assignment).index(), bind.value());
        }
        List<Object> key = new ArrayList<>();
        for (int index : mapper.keyIndexes()) {
            Object value = values.remove(index);
            if (value == null) {
                throw new ArgumentException(
                        "A row of [%s] was to be updated without its key [%s]; set all attributes of the key, by which it is found"
                                .formatted(
                                        mapper.type().getSimpleName(),
                                        mapper.attribute(index).name()));
            }
            key.add(value);
        }
        return new BulkRow(new EntityKey(mapper, key.size() == 1 ? key.get(0) : List.copyOf(key)), values);
    }

    private static MappedAttribute attribute(EntityMapper<?> mapper, Assignment assignment) {
        if (assignment.column() instanceof Attribute<?, ?> attribute) {
            return mapper.require(attribute.name());
        }
        for (MappedAttribute each : mapper.columnAttributes()) {
            if (each.column().equals(assignment.column())) {
                return each;
            }
        }
        throw new ArgumentException("Column [%s] is none of those of [%s]; set attributes of the entity"
                .formatted(assignment.column(), mapper.type().getSimpleName()));
    }

    // -- instances ---------------------------------------------------------------------------------------------------

    /** New ones are inserted, detached ones updated; each of the session itself has been flushed. */
    void save(Collection<?> entities) {
        EntityMapper<?> mapper = null;
        boolean isNew = false;
        List<InstanceState> run = new ArrayList<>();
        for (Object entity : entities) {
            InstanceState state = state(entity);
            if (instances.contains(entity)) {
                continue;
            }
            boolean isLike = state.mapper() == mapper && (state.key() == null) == isNew;
            if (!isLike) {
                save(run, isNew);
                run.clear();
            }
            mapper = state.mapper();
            isNew = state.key() == null;
            run.add(state);
        }
        save(run, isNew);
    }

    private InstanceState state(Object entity) {
        InstanceState known = instances.stateOf(entity);
        if (known != null) {
            if (known.context() != null && !instances.contains(entity)) {
                throw new InvalidRequestException(
                        "Instance of [%s] belongs to another session, or was deleted in this one; save it there, or expunge it"
                                .formatted(entity.getClass().getSimpleName()));
            }
            return known;
        }
        EntityMapper<?> mapper = registry.entityMapper(entity.getClass());
        if (!mapper.isInstrumented()) {
            return new InstanceState(entity, mapper, Lifecycle.TRANSIENT);
        }
        InstanceState fresh = InstanceState.track((Instrumented) entity);
        fresh.adopt(mapper);
        return fresh;
    }

    private void save(List<InstanceState> run, boolean isNew) {
        if (run.isEmpty()) {
            return;
        }
        EntityMapper<?> mapper = run.get(0).mapper();
        if (isNew) {
            writer.insert(mapper, run);
            run.forEach(state -> state.enter(Lifecycle.TRANSIENT, null));
            return;
        }
        List<BulkRow> rows = new ArrayList<>();
        for (InstanceState state : run) {
            BulkRow row = changed(state);
            if (!row.values().isEmpty()) {
                rows.add(row);
            }
        }
        writer.update(mapper, rows);
        run.forEach(InstanceState::markClean);
    }

    private static BulkRow changed(InstanceState state) {
        EntityMapper<?> mapper = state.mapper();
        Map<Integer, @Nullable Object> values = new LinkedHashMap<>();
        for (int index : state.netChanges()) {
            if (mapper.attribute(index).isKey()) {
                throw new ArgumentException(
                        "The key [%s.%s] of an instance was changed, which only a flush can write; add the instance to the session"
                                .formatted(
                                        mapper.type().getSimpleName(),
                                        mapper.attribute(index).name()));
            }
            values.put(index, mapper.get(state.requireInstance(), index));
        }
        return new BulkRow(Objects.requireNonNull(state.key()), values);
    }
}
