package io.athanor.orm.flush;

import io.athanor.engine.Connection;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.sql.compile.BoundStatement;
import io.athanor.sql.compile.CompiledStatement;
import io.athanor.sql.tree.DefaultValue;
import io.athanor.sql.tree.NamedColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows without a unit of work: no order but the given one, no relationships, no events. Runs of rows that set the same
 * columns go as one batch.
 */
public final class BulkWriter {
    private final WritePlans plans;
    private final Connection connection;
    private final FlushScope scope;

    /**
     * Create a writer.
     *
     * @param plans the statements
     * @param connection where to write, in a transaction
     * @param scope the session
     */
    public BulkWriter(WritePlans plans, Connection connection, FlushScope scope) {
        this.plans = plans;
        this.connection = connection;
        this.scope = scope;
    }

    /**
     * Insert the rows of instances, which get the keys that the database makes.
     *
     * @param mapper their mapper
     * @param states their states
     */
    public void insert(EntityMapper<?> mapper, List<InstanceState> states) {
        new EntityWriter(mapper, plans, new ChangeBatch(() -> connection), scope).insert(states);
    }

    /**
     * Update rows by their keys.
     *
     * @param mapper the mapper of the rows' entity
     * @param rows the values by attribute, which become those that are written: with what columns are given by default
     * @throws io.athanor.orm.state.StaleDataException if a row is not there
     */
    public void update(EntityMapper<?> mapper, List<BulkRow> rows) {
        int start = 0;
        for (int end = 1; end <= rows.size(); end++) {
            boolean isEnd = end == rows.size()
                    || !rows.get(end)
                            .values()
                            .keySet()
                            .equals(rows.get(start).values().keySet());
            if (isEnd) {
                updateAlike(mapper, rows.subList(start, end));
                start = end;
            }
        }
    }

    private void updateAlike(EntityMapper<?> mapper, List<BulkRow> rows) {
        rows.forEach(row -> fill(mapper, row));
        List<Integer> attributes = new ArrayList<>();
        for (MappedAttribute attribute : mapper.columnAttributes()) {
            if (rows.get(0).values().containsKey(attribute.index())) {
                attributes.add(attribute.index());
            }
        }
        if (attributes.isEmpty()) {
            return;
        }
        CompiledStatement compiled = plans.update(mapper, attributes);
        List<BoundStatement> bound = new ArrayList<>();
        for (BulkRow row : rows) {
            List<@Nullable Object> values = new ArrayList<>();
            attributes.forEach(index -> values.add(row.values().get(index)));
            values.addAll(List.of(mapper.keyValues(row.key().identity())));
            bound.add(compiled.bindAll(values.toArray()));
        }
        RowCount.check("UPDATE", mapper.table(), connection.updateBatch(compiled, bound));
    }

    private static void fill(EntityMapper<?> mapper, BulkRow row) {
        for (MappedAttribute attribute : mapper.columnAttributes()) {
            DefaultValue<?> made = attribute.column().updateDefault();
            if (made != null && !row.values().containsKey(attribute.index())) {
                row.values().put(attribute.index(), made.of(new UpdatedRow(mapper, row.values())));
            }
        }
    }

    /** A row that is updated. */
    private static final class UpdatedRow extends WrittenRow {
        private final Map<Integer, @Nullable Object> values;

        UpdatedRow(EntityMapper<?> mapper, Map<Integer, @Nullable Object> values) {
            super(mapper);
            this.values = values;
        }

        @Override
        @Nullable Object value(MappedAttribute attribute) {
            return values.get(attribute.index());
        }

        @Override
        public boolean isSet(NamedColumn<?> column) {
            MappedAttribute attribute = find(column);
            return attribute != null && values.containsKey(attribute.index());
        }
    }
}
