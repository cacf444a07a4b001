package io.athanor.orm.load;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.RowCursor;
import io.athanor.orm.identity.EntityKey;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.sql.compile.CompiledStatement;
import io.athanor.sql.compile.ResultColumn;
import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.schema.Column;
import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.ForUpdate;
import io.athanor.sql.tree.LabelStyle;
import io.athanor.sql.tree.Logical;
import io.athanor.sql.tree.Row;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SqlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Loads attributes of an instance whose row is known. Stateless and thread-safe. */
public final class StateLoader {
    private final Engine engine;

    /**
     * Create a loader.
     *
     * @param engine compiles
     */
    public StateLoader(Engine engine) {
        this.engine = engine;
    }

    /**
     * Load attributes by the instance's key, overwriting what they hold.
     *
     * @param state the instance's state
     * @param indexes which attributes
     * @param connection where
     * @param labels how the columns are named
     * @param lock how the row is locked, or {@code null}
     * @return whether there is a row
     */
    public boolean load(
            InstanceState state,
            List<Integer> indexes,
            Connection connection,
            LabelStyle labels,
            @Nullable ForUpdate lock) {
        EntityMapper<?> mapper = state.mapper();
        List<Column<?>> columns = new ArrayList<>();
        indexes.forEach(index -> columns.add(mapper.attribute(index).column()));
        Select<Row> select = Select.rows(columns)
                .where(isRowOf(mapper, Objects.requireNonNull(state.key())))
                .labelStyle(labels);
        select = lock == null ? select : select.forUpdate(lock);
        StructureKey key = StructureKey.of(select);
        CompiledStatement compiled = engine.compile(select).compiled();
        try (RowCursor cursor = connection.open(compiled, compiled.bind(key.binds(), Map.of()))) {
            if (!cursor.next()) {
                return false;
            }
            List<SqlNode> sources =
                    compiled.columns().stream().map(ResultColumn::source).toList();
            Object instance = state.requireInstance();
            for (int index : indexes) {
                MappedAttribute attribute = mapper.attribute(index);
                new AttributeReader(mapper, attribute, sources.indexOf(attribute.column())).readInto(instance, cursor);
                state.markLoaded(index);
            }
            return true;
        }
    }

    /**
     * Make the condition that finds a row by its key.
     *
     * @param mapper the entity
     * @param key the row's identity
     * @return one comparison per column of the key
     */
    public static Condition isRowOf(EntityMapper<?> mapper, EntityKey key) {
        int[] indexes = mapper.keyIndexes();
        List<Condition> conditions = new ArrayList<>(indexes.length);
        for (int i = 0; i < indexes.length; i++) {
            Object value = indexes.length == 1 ? key.identity() : ((List<?>) key.identity()).get(i);
            conditions.add(equal(mapper.attribute(indexes[i]).column(), value));
        }
        return Logical.and(conditions);
    }

    /** A key holds values of its columns' own types. */
    @SuppressWarnings("unchecked")
    private static <T> Condition equal(Column<T> column, Object value) {
        return column.eq((T) value);
    }
}
