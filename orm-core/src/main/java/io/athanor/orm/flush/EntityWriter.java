package io.athanor.orm.flush;

import io.athanor.engine.Connection;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.orm.state.ObjectState.Lifecycle;
import io.athanor.sql.compile.BoundStatement;
import io.athanor.sql.compile.CompiledStatement;
import io.athanor.sql.schema.Column;
import io.athanor.sql.tree.DefaultValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the instances of one mapper. Runs of rows that set the same columns go as one batch. */
final class EntityWriter {
    private final EntityMapper<?> mapper;
    private final WritePlans plans;
    private final Connection connection;
    private final FlushScope scope;

    EntityWriter(EntityMapper<?> mapper, WritePlans plans, Connection connection, FlushScope scope) {
        this.scope = scope;
        this.mapper = mapper;
        this.plans = plans;
        this.connection = connection;
    }

    /** Rows that set the same columns, one after the other. */
    private record Run(List<Integer> attributes, List<InstanceState> states) {}

    private interface AttributesOf {
        List<Integer> of(InstanceState state);
    }

    private static List<Run> runs(List<InstanceState> states, AttributesOf attributesOf) {
        List<Run> runs = new ArrayList<>();
        for (InstanceState state : states) {
            List<Integer> attributes = attributesOf.of(state);
            Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last == null || !last.attributes().equals(attributes)) {
                last = new Run(attributes, new ArrayList<>());
                runs.add(last);
            }
            last.states().add(state);
        }
        return runs;
    }

    void insert(List<InstanceState> states) {
        applyInsertDefaults(states);
        for (InsertedRows run : InsertedRows.of(mapper, states, plans)) {
            run.identify(connection.insert(run.insert(), run.rows()));
        }
    }

    /** The value a client-side default makes belongs to the object as much as to the row. */
    private void applyInsertDefaults(List<InstanceState> states) {
        List<MappedAttribute> made = mapper.columnAttributes().stream()
                .filter(attribute -> attribute.column().insertDefault() != null)
                .toList();
        if (made.isEmpty()) {
            return;
        }
        for (InstanceState state : states) {
            InstanceRow row = new InstanceRow(mapper, state.requireInstance(), true);
            made.forEach(row::fill);
        }
    }

    /** The values of attributes, with room for more behind them. */
    private @Nullable Object[] values(InstanceState state, List<Integer> attributes, int more) {
        Object instance = state.requireInstance();
        @Nullable Object[] values = new Object[attributes.size() + more];
        for (int i = 0; i < attributes.size(); i++) {
            values[i] = mapper.get(instance, attributes.get(i));
        }
        return values;
    }

    void update(List<InstanceState> states) {
        List<InstanceState> changed = new ArrayList<>();
        for (InstanceState state : FlushSorter.byKey(states)) {
            List<Integer> changes = updatedAttributes(state);
            if (!changes.isEmpty()) {
                applyUpdateDefaults(state, changes);
                changed.add(state);
            }
        }
        for (Run run : runs(changed, this::updatedAttributes)) {
            write(run);
            if (run.attributes().stream()
                    .anyMatch(index -> mapper.attribute(index).isKey())) {
                run.states().forEach(state -> scope.rekey(state, Identities.keyOf(mapper, state.requireInstance())));
            }
        }
    }

    private void write(Run run) {
        CompiledStatement compiled = plans.update(mapper, run.attributes());
        List<BoundStatement> rows = new ArrayList<>();
        for (InstanceState state : run.states()) {
            Object[] key = keyValues(state);
            @Nullable Object[] values = values(state, run.attributes(), key.length);
            System.arraycopy(key, 0, values, run.attributes().size(), key.length);
            rows.add(compiled.bindAll(values));
        }
        check("UPDATE", connection.updateBatch(compiled, rows));
    }

    /** What was changed; of a new instance that takes the row of a deleted one, what was set. */
    private List<Integer> updatedAttributes(InstanceState state) {
        if (state.lifecycle() != Lifecycle.PENDING) {
            return state.netChanges();
        }
        List<Integer> attributes = new ArrayList<>();
        for (MappedAttribute attribute : mapper.columnAttributes()) {
            if (!attribute.isKey() && state.isGiven(attribute.index())) {
                attributes.add(attribute.index());
            }
        }
        return attributes;
    }

    /** Write columns of rows that are there already. */
    void updateLater(List<InstanceState> states, Collection<Column<?>> columns) {
        List<Integer> attributes = new ArrayList<>();
        for (MappedAttribute attribute : mapper.columnAttributes()) {
            if (columns.contains(attribute.column())) {
                attributes.add(attribute.index());
            }
        }
        if (!states.isEmpty()) {
            write(new Run(attributes, FlushSorter.byKey(states)));
        }
    }

    private void applyUpdateDefaults(InstanceState state, List<Integer> changes) {
        InstanceRow row = new InstanceRow(mapper, state.requireInstance(), false);
        for (MappedAttribute attribute : mapper.columnAttributes()) {
            DefaultValue<?> value = attribute.column().updateDefault();
            if (value != null && !changes.contains(attribute.index())) {
                state.assign(attribute.index(), value.of(row));
            }
        }
    }

    private Object[] keyValues(InstanceState state) {
        return mapper.keyValues(Objects.requireNonNull(state.identity()));
    }

    void delete(List<InstanceState> states) {
        CompiledStatement compiled = plans.delete(mapper);
        List<BoundStatement> rows = new ArrayList<>();
        for (InstanceState state : FlushSorter.byKey(states)) {
            rows.add(compiled.bindAll(keyValues(state)));
        }
        check("DELETE", connection.updateBatch(compiled, rows));
    }

    private void check(String verb, long[] counts) {
        RowCount.check(verb, mapper.table(), counts);
    }
}
