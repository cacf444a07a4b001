package io.athanor.orm.flush;

import io.athanor.engine.RowInsert;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.sql.compile.BoundStatement;
import io.athanor.sql.schema.Column;
import io.athanor.sql.tree.NamedColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** New instances one after the other whose rows set the same columns, so that one INSERT fits them all. */
final class InsertedRows {
    private final EntityMapper<?> mapper;
    private final boolean[] isLeftOut;
    private final int[] indexes;
    /** What the database is asked for: its part of the key first. */
    private final List<MappedAttribute> generated = new ArrayList<>();
    /** What it fills in without being asked. */
    private final List<MappedAttribute> expired = new ArrayList<>();

    private final int keys;
    private final RowInsert insert;
    private final List<InstanceState> states = new ArrayList<>();
    private final List<BoundStatement> rows = new ArrayList<>();

    private InsertedRows(EntityMapper<?> mapper, boolean[] isLeftOut, WritePlans plans) {
        this.mapper = mapper;
        this.isLeftOut = isLeftOut;
        List<Integer> attributes = new ArrayList<>();
        for (MappedAttribute attribute : mapper.columnAttributes()) {
            if (!isLeftOut[attribute.position()]) {
                attributes.add(attribute.index());
            } else if (attribute.isKey()) {
                generated.add(attribute);
            }
        }
        keys = generated.size();
        for (MappedAttribute attribute : mapper.columnAttributes()) {
            boolean isFilled = isLeftOut[attribute.position()]
                    && !attribute.isKey()
                    && attribute.column().isFilledOnInsert();
            if (isFilled) {
                (plans.isInsertFetching(mapper) ? generated : expired).add(attribute);
            }
        }
        this.indexes = attributes.stream().mapToInt(index -> index).toArray();
        this.insert = plans.insert(mapper, attributes, generated);
    }

    /** Divide instances into runs of the same columns, in their order. */
    static List<InsertedRows> of(EntityMapper<?> mapper, List<InstanceState> states, WritePlans plans) {
        List<InsertedRows> runs = new ArrayList<>();
        List<MappedAttribute> attributes = mapper.columnAttributes();
        boolean[] always = new boolean[attributes.size()];
        List<MappedAttribute> optional = new ArrayList<>();
        for (MappedAttribute attribute : attributes) {
            Column<?> column = attribute.column();
            if (column.computed() != null) {
                always[attribute.position()] = true;
            } else if (column.primaryKey() || isLeftToDatabase(column)) {
                optional.add(attribute);
            }
        }
        InsertedRows last = null;
        for (InstanceState state : states) {
            Object instance = state.requireInstance();
            if (last == null || !last.fits(instance, optional)) {
                last = new InsertedRows(mapper, leftOut(mapper, instance, always, optional), plans);
                runs.add(last);
            }
            last.add(state, instance);
        }
        return runs;
    }

    private boolean fits(Object instance, List<MappedAttribute> optional) {
        for (int i = 0; i < optional.size(); i++) {
            MappedAttribute attribute = optional.get(i);
            if (isLeftOut[attribute.position()] != isLeftOut(mapper, instance, attribute)) {
                return false;
            }
        }
        return true;
    }

    private static boolean[] leftOut(
            EntityMapper<?> mapper, Object instance, boolean[] always, List<MappedAttribute> optional) {
        boolean[] isLeftOut = always.clone();
        for (MappedAttribute attribute : optional) {
            isLeftOut[attribute.position()] = isLeftOut(mapper, instance, attribute);
        }
        return isLeftOut;
    }

    /** The database fills what is not set: a generated key, a server default. */
    private static boolean isLeftOut(EntityMapper<?> mapper, Object instance, MappedAttribute attribute) {
        Column<?> column = attribute.column();
        return isLeftToDatabase(column)
                ? Identities.isUnset(mapper, instance, attribute)
                : mapper.get(instance, attribute.index()) == null;
    }

    private static boolean isLeftToDatabase(Column<?> column) {
        return column.autoincrement() || column.isFilledOnInsert();
    }

    private void add(InstanceState state, Object instance) {
        @Nullable Object[] values = new Object[indexes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = mapper.get(instance, indexes[i]);
        }
        states.add(state);
        rows.add(insert.bind(values));
    }

    /** The attributes that are set, in the order of the table. */
    List<Integer> attributes() {
        return Arrays.stream(indexes).boxed().toList();
    }

    /** The columns whose values the database is asked for. */
    List<? extends NamedColumn<?>> generated() {
        return insert.keys();
    }

    RowInsert insert() {
        return insert;
    }

    List<BoundStatement> rows() {
        return rows;
    }

    /** Let the instances know the keys of their rows, and what the database has filled in. */
    void identify(List<@Nullable Object[]> yielded) {
        for (int i = 0; i < states.size(); i++) {
            InstanceState state = states.get(i);
            Object instance = state.requireInstance();
            for (int k = 0; k < keys; k++) {
                mapper.set(instance, generated.get(k).index(), yielded.get(i)[k]);
            }
            state.identify(Identities.keyOf(mapper, instance));
            for (int k = keys; k < generated.size(); k++) {
                state.follow(generated.get(k).index(), yielded.get(i)[k]);
            }
            expired.forEach(attribute -> state.expire(attribute.index()));
        }
    }

    List<InstanceState> states() {
        return states;
    }

    /** What is to be loaded when it is read, since nothing was fetched. */
    List<Integer> unfetched() {
        return expired.stream().map(MappedAttribute::index).toList();
    }
}
