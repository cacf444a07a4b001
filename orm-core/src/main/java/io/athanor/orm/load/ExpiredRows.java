package io.athanor.orm.load;

import io.athanor.orm.identity.EntityKey;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Loads the rows of many expired instances of one class, a thousand by one SELECT. Immutable. */
public final class ExpiredRows {
    private static final int PORTION = 1000;

    private final EntityMapper<?> mapper;

    /**
     * Create a loader.
     *
     * @param mapper the class
     */
    public ExpiredRows(EntityMapper<?> mapper) {
        this.mapper = mapper;
    }

    /**
     * Load what instances lack. Those whose row is gone stay as they are.
     *
     * @param states their states
     * @param context where they are
     */
    public void load(List<InstanceState> states, LoadContext context) {
        List<Expression<?>> columns = new ArrayList<>();
        for (int index : mapper.keyIndexes()) {
            columns.add(mapper.attribute(index).column());
        }
        List<Object> keys = new ArrayList<>();
        for (InstanceState state : states) {
            EntityKey key = Objects.requireNonNull(state.key());
            keys.add(key.identity());
        }
        for (int from = 0; from < keys.size(); from += PORTION) {
            List<Object> portion = keys.subList(from, Math.min(keys.size(), from + PORTION));
            Select<?> select = Select.of(mapper.entity()).where(KeyCondition.in(columns, portion));
            context.statement().runner().run(select, Map.of());
        }
    }
}
