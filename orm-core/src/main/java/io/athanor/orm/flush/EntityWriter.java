package io.athanor.orm.flush;

import io.athanor.engine.RowCursor;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.orm.mapping.EagerDefaults;
import io.athanor.orm.state.ObjectState.Lifecycle;
import io.athanor.sql.compile.BoundStatement;
import io.athanor.sql.compile.CompiledStatement;
import io.athanor.sql.schema.Column;
import io.athanor.sql.tree.DefaultValue;
import io.athanor.sql.tree.Insert;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the instances of one mapper. Runs of rows that set the same columns go as one batch. */
final class EntityWriter {
    private final EntityMapper<?> mapper;
    private final WritePlans plans;
    private final ChangeBatch changes;
    private final FlushScope scope;

    EntityWriter(EntityMapper<?> mapper, WritePlans plans, ChangeBatch changes, FlushScope scope) {
        this.scope = scope;
        this.mapper = mapper;
        this.plans = plans;
        this.changes = changes;
    }

    /** Rows that set the same columns, one after the other. */
    private record Run(List<Integer> attributes, List<InstanceState> states) {
        boolean isComputed() {
            return !states.get(0).computed().isEmpty();
        }

        boolean takes(InstanceState state, List<Integer> others) {
            return attributes.equals(others) && state.computed().isEmpty() && !isComputed();
        }
    }

    private interface AttributesOf {
        List<Integer> of(InstanceState state);
    }

    private static List<Run> runs(List<InstanceState> states, AttributesOf attributesOf) {
        List<Run> runs = new ArrayList<>();
        for (InstanceState state : states) {
            List<Integer> attributes = attributesOf.of(state);
            Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last == null || !last.takes(state, attributes)) {
                last = new Run(attributes, new ArrayList<>());
                runs.add(last);
            }
            last.states().add(state);
        }
        return runs;
    }

    /** Rows of which SQL computes a part go alone, in their place. */
    void insert(List<InstanceState> states) {
        List<InstanceState> plain = new ArrayList<>();
        for (InstanceState state : states) {
            if (state.computed().isEmpty()) {
                plain.add(state);
            } else {
                insertPlain(plain);
                plain.clear();
                insertComputed(state);
            }
        }
        insertPlain(plain);
    }

    private void insertComputed(InstanceState state) {
        applyInsertDefaults(List.of(state));
        changes.send();
        InsertedRows alone = InsertedRows.of(mapper, List.of(state), plans).get(0);
        Insert insert = new ComputedRow(mapper, state).insert(alone.attributes());
        alone.identify(Collections.singletonList(scope.insert(insert, alone.generated())));
        fetch(alone.states(), alone.unfetched());
    }

    private void insertPlain(List<InstanceState> states) {
        applyInsertDefaults(states);
        for (InsertedRows run : InsertedRows.of(mapper, states, plans)) {
            run.identify(changes.connection().insert(run.insert(), run.rows()));
            fetch(run.states(), run.unfetched());
        }
    }

    /** What the database fills in is loaded when it is read, or at once if the mapping says so. */
    private void fetch(List<InstanceState> states, List<Integer> filled) {
        if (mapper.eagerDefaults() == EagerDefaults.ALWAYS && !filled.isEmpty()) {
            changes.send();
            states.forEach(state -> scope.load(state, filled));
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

    private @Nullable Object[] valuesAndKey(InstanceState state, List<Integer> attributes) {
        Object instance = state.requireInstance();
        Object[] key = keyValues(state);
        @Nullable Object[] values = new Object[attributes.size() + key.length];
        System.arraycopy(key, 0, values, attributes.size(), key.length);
        for (int i = 0; i < attributes.size(); i++) {
            values[i] = mapper.get(instance, attributes.get(i));
        }
        return values;
    }

    void update(List<InstanceState> states) {
        List<InstanceState> changed = new ArrayList<>();
        for (InstanceState state : FlushSorter.byKey(states)) {
            List<Integer> changes = updatedAttributes(state);
            if (!changes.isEmpty() || !state.computed().isEmpty()) {
                applyUpdateDefaults(state, changes);
                changed.add(state);
            }
        }
        for (Run run : runs(changed, this::updatedAttributes)) {
            List<Integer> unfetched = write(run);
            if (run.attributes().stream()
                    .anyMatch(index -> mapper.attribute(index).isKey())) {
                run.states().forEach(state -> scope.rekey(state, Identities.keyOf(mapper, state.requireInstance())));
            }
            for (InstanceState state : run.states()) {
                unfetched.forEach(state::expire);
                leaveToDatabase(state);
            }
            fetch(run.states(), unfetched);
        }
    }

    /** Write rows, and return which attributes the database has filled in without telling. */
    private List<Integer> write(Run run) {
        List<Integer> filled = filledOnUpdate(run.attributes());
        if (run.isComputed()) {
            updateComputed(run.states().get(0), run.attributes());
        } else if (!filled.isEmpty() && plans.isUpdateFetching(mapper)) {
            run.states().forEach(state -> updateReturning(state, run.attributes(), filled));
            return List.of();
        } else {
            updateTogether(run);
        }
        return filled;
    }

    private List<Integer> filledOnUpdate(List<Integer> set) {
        return mapper.columnAttributes().stream()
                .filter(attribute -> attribute.column().isFilledOnUpdate())
                .map(MappedAttribute::index)
                .filter(index -> !set.contains(index))
                .toList();
    }

    /** A new instance that has taken a row over has what was not set from that row. */
    private void leaveToDatabase(InstanceState state) {
        if (state.lifecycle() == Lifecycle.PENDING) {
            for (MappedAttribute attribute : mapper.columnAttributes()) {
                boolean isUnset = mapper.get(state.requireInstance(), attribute.index()) == null;
                if (isUnset && attribute.column().isFilledOnInsert()) {
                    state.expire(attribute.index());
                }
            }
        }
    }

    private void updateReturning(InstanceState state, List<Integer> attributes, List<Integer> filled) {
        CompiledStatement compiled = plans.updateReturning(mapper, attributes, filled);
        long met = 0;
        try (RowCursor cursor =
                changes.connection().open(compiled, compiled.bindAll(valuesAndKey(state, attributes)))) {
            while (cursor.next()) {
                met++;
                for (int i = 0; i < filled.size(); i++) {
                    state.follow(filled.get(i), cursor.get(i));
                }
            }
        }
        RowCount.check("UPDATE", mapper.table(), new long[] {met});
    }

    private void updateComputed(InstanceState state, List<Integer> attributes) {
        changes.send();
        long met = scope.change(new ComputedRow(mapper, state).update(attributes, List.of(keyValues(state))));
        RowCount.check("UPDATE", mapper.table(), new long[] {met});
    }

    private void updateTogether(Run run) {
        CompiledStatement compiled = plans.update(mapper, run.attributes());
        List<BoundStatement> rows = new ArrayList<>();
        for (InstanceState state : run.states()) {
            rows.add(compiled.bindAll(valuesAndKey(state, run.attributes())));
        }
        changes.add(compiled, rows, counts -> RowCount.check("UPDATE", mapper.table(), counts));
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
            updateTogether(new Run(attributes, FlushSorter.byKey(states)));
        }
    }

    private void applyUpdateDefaults(InstanceState state, List<Integer> changes) {
        InstanceRow row = new InstanceRow(mapper, state.requireInstance(), false);
        for (MappedAttribute attribute : mapper.columnAttributes()) {
            DefaultValue<?> value = attribute.column().updateDefault();
            boolean isSet =
                    changes.contains(attribute.index()) || state.computed().containsKey(attribute.index());
            if (value != null && !isSet) {
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
        changes.add(compiled, rows, this::checkDeleted);
    }

    private void checkDeleted(long[] counts) {
        long met = RowCount.met(counts);
        if (met != counts.length) {
            scope.warnRowsGone(mapper.table().name(), counts.length, met);
        }
    }
}
