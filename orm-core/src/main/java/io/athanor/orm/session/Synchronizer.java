package io.athanor.orm.session;

import io.athanor.engine.dialect.Capability;
import io.athanor.orm.identity.EntityKey;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.load.LoadContext;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.query.Synchronize;
import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Assignment;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.BindList;
import io.athanor.sql.tree.Returning;
import io.athanor.sql.tree.Row;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brings the instances of a session up to date with an UPDATE or DELETE by a condition. */
final class Synchronizer {
    private final Registry registry;
    private final Instances instances;
    private final Transactions transactions;

    Synchronizer(Registry registry, Instances instances, Transactions transactions) {
        this.registry = registry;
        this.instances = instances;
        this.transactions = transactions;
    }

    /** Selects the keys of the rows that a change will meet. */
    interface KeyReader {
        List<Row> read(Select<Row> keys, Map<String, ?> parameters);
    }

    /** An instance that was met, or may have been. */
    private record Met(InstanceState state, boolean isCertain) {}

    /** Run an UPDATE or DELETE; where its keys are needed and the database returns them, they come with it. */
    long change(Statement statement, Map<String, ?> parameters, StatementRunner runner, LoadContext context) {
        Returning<Row> keyed = keyed(statement, parameters, runner);
        if (keyed == null) {
            KeyReader reader = (keys, named) -> runner.run(keys, named, context).all();
            Runnable afterwards = before(statement, parameters, reader);
            long count = runner.change(statement, parameters);
            afterwards.run();
            return count;
        }
        EntityChange change = Objects.requireNonNull(EntityChange.of(statement));
        EntityMapper<?> mapper = registry.entityMapper(change.entity().type());
        List<Row> rows = runner.run(keyed, parameters, context).all();
        MemoryEvaluator evaluator = new MemoryEvaluator(mapper, parameters);
        met(mapper, rows).forEach(each -> apply(change, each, evaluator));
        return rows.size();
    }

    private @Nullable Returning<Row> keyed(Statement statement, Map<String, ?> parameters, StatementRunner runner) {
        EntityChange change = EntityChange.of(statement);
        if (change == null
                || change.synchronize() == Synchronize.NONE
                || change.limit() != null
                || !change.others().isEmpty()) {
            return null;
        }
        EntityMapper<?> mapper = registry.entityMapper(change.entity().type());
        MemoryEvaluator evaluator = new MemoryEvaluator(mapper, parameters);
        boolean isReturned = runner.has(change.isDelete() ? Capability.DELETE_RETURNING : Capability.UPDATE_RETURNING);
        return isReturned
                        && !change.changesKey(mapper, evaluator)
                        && !isEvaluated(change, change.synchronize(), evaluator)
                ? change.returningKeys(statement, mapper)
                : null;
    }

    /** Find out what a statement will meet; what is returned is done once it has run. */
    Runnable before(Statement statement, Map<String, ?> parameters, KeyReader reader) {
        EntityChange change = EntityChange.of(statement);
        Synchronize how = change == null ? Synchronize.NONE : change.synchronize();
        if (change == null || how == Synchronize.NONE) {
            return () -> {};
        }
        EntityMapper<?> mapper = registry.entityMapper(change.entity().type());
        MemoryEvaluator evaluator = new MemoryEvaluator(mapper, parameters);
        List<Met> met = isEvaluated(change, how, evaluator)
                ? evaluated(change, mapper, evaluator)
                : fetched(change, mapper, parameters, reader);
        return () -> met.forEach(each -> apply(change, each, evaluator));
    }

    private static boolean isEvaluated(EntityChange change, Synchronize how, MemoryEvaluator evaluator) {
        if (how == Synchronize.FETCH) {
            return false;
        }
        boolean isPossible = change.others().isEmpty()
                && change.limit() == null
                && change.conditions().stream().allMatch(evaluator::understands);
        if (!isPossible && how == Synchronize.EVALUATE) {
            throw new ArgumentException(
                    "The conditions of a change of [%s] cannot be evaluated in memory; use Synchronize.FETCH or NONE"
                            .formatted(change.entity().type().getSimpleName()));
        }
        return isPossible;
    }

    private List<Met> evaluated(EntityChange change, EntityMapper<?> mapper, MemoryEvaluator evaluator) {
        List<Met> met = new ArrayList<>();
        for (InstanceState state : instances.identities().states()) {
            if (state.mapper() == mapper) {
                List<@Nullable Object> truths = new ArrayList<>();
                change.conditions().forEach(each -> truths.add(evaluator.evaluate(each, state)));
                Object truth = MemoryValues.junction(truths, false);
                if (truth == MemoryValues.MAYBE || Boolean.TRUE.equals(truth)) {
                    met.add(new Met(state, truth != MemoryValues.MAYBE));
                }
            }
        }
        return met;
    }

    private List<Met> fetched(
            EntityChange change, EntityMapper<?> mapper, Map<String, ?> parameters, KeyReader reader) {
        if (change.limit() != null) {
            throw new ArgumentException(
                    "A change of [%s] meets at most [%d] rows, and which is not known before; use Synchronize.NONE"
                            .formatted(change.entity().type().getSimpleName(), change.limit()));
        }
        Select<Row> keys = change.keys(mapper);
        return met(mapper, reader.read(keys, onlyNamesOf(keys, parameters)));
    }

    private List<Met> met(EntityMapper<?> mapper, List<Row> keys) {
        List<Met> met = new ArrayList<>();
        for (Row row : keys) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                values.add(row.get(i));
            }
            Object identity = values.size() == 1 ? values.get(0) : List.copyOf(values);
            InstanceState state = instances.identities().find(new EntityKey(mapper, identity));
            if (state != null) {
                met.add(new Met(state, true));
            }
        }
        return met;
    }

    /** SET may have binds that the condition has not. */
    private static Map<String, ?> onlyNamesOf(Select<?> keys, Map<String, ?> parameters) {
        Map<String, @Nullable Object> known = new HashMap<>();
        for (SqlNode node : StructureKey.of(keys).binds()) {
            String name =
                    node instanceof Bind<?> bind ? bind.name() : node instanceof BindList<?> list ? list.name() : "";
            if (parameters.containsKey(name)) {
                known.put(name, parameters.get(name));
            }
        }
        return known;
    }

    private void apply(EntityChange change, Met met, MemoryEvaluator evaluator) {
        InstanceState state = met.state();
        if (change.assignments() == null) {
            if (met.isCertain()) {
                instances.deleted(state, transactions);
            } else {
                instances.expire(state);
            }
            return;
        }
        Map<Integer, @Nullable Object> values = new HashMap<>();
        for (Assignment each : change.assignments()) {
            int index = evaluator.indexOf(each.column());
            boolean isKnown = met.isCertain() && index >= 0 && evaluator.understands(each.value());
            values.put(index, isKnown ? evaluator.evaluate(each.value(), state) : MemoryValues.MAYBE);
        }
        values.remove(-1);
        follow(state, values);
    }

    /** Give an instance what its row was set to. */
    void follow(InstanceState state, Map<Integer, @Nullable Object> written) {
        Map<Integer, @Nullable Object> values = new HashMap<>(written);
        addWhatTheTableFillsIn(state.mapper(), values);
        transactions.updated().add(state);
        values.forEach((index, value) -> assign(state, index, value));
    }

    private static void addWhatTheTableFillsIn(EntityMapper<?> mapper, Map<Integer, @Nullable Object> values) {
        for (MappedAttribute attribute : mapper.columnAttributes()) {
            var column = attribute.column();
            boolean isFilled = column.updateDefault() != null || column.isFilledOnUpdate();
            if (isFilled) {
                values.putIfAbsent(attribute.index(), MemoryValues.MAYBE);
            }
        }
    }

    /** Only values that every database keeps as they are; all others are loaded when they are read. */
    private void assign(InstanceState state, int index, @Nullable Object value) {
        EntityMapper<?> mapper = state.mapper();
        Class<?> type = mapper.attribute(index).column().type().javaType();
        boolean isKept = type.isEnum()
                || Set.of(String.class, Integer.class, Long.class, Boolean.class, UUID.class)
                        .contains(type);
        boolean isFitting =
                value == null ? !mapper.attribute(index).fieldType().isPrimitive() : isKept && type.isInstance(value);
        if (isFitting && !state.isUnloaded(index) && !state.isChanged(index)) {
            if (!mapper.isInstrumented()) {
                transactions.originals().putIfAbsent(state, state.snapshot().clone());
            }
            mapper.set(state.requireInstance(), index, value);
            state.markLoaded(index);
        } else {
            state.expire(index);
        }
    }
}
