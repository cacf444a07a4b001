package io.athanor.orm.load;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.RowCursor;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.sql.compile.BoundStatement;
import io.athanor.sql.compile.CompiledStatement;
import io.athanor.sql.compile.ResultColumn;
import io.athanor.sql.schema.Column;
import io.athanor.sql.tree.ForUpdate;
import io.athanor.sql.tree.LabelStyle;
import io.athanor.sql.tree.Row;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SqlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Loads attributes of an instance whose row is known, by statements that are planned once. Thread-safe. */
public final class StateLoader {
    private final Engine engine;
    private final Map<Shape, Plan> plans = new ConcurrentHashMap<>();

    /** Which attributes of which entity are loaded. */
    private record Shape(EntityMapper<?> mapper, List<Integer> indexes, LabelStyle labels) {}

    private record Plan(CompiledStatement compiled, List<AttributeReader> readers) {}

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
        Shape shape = new Shape(state.mapper(), indexes, labels);
        Plan plan = lock == null ? plans.computeIfAbsent(shape, each -> plan(each, null)) : plan(shape, lock);
        Object identity = Objects.requireNonNull(state.identity());
        BoundStatement bound = plan.compiled().bindAll(state.mapper().keyValues(identity));
        try (RowCursor cursor = connection.open(plan.compiled(), bound)) {
            if (!cursor.next()) {
                return false;
            }
            Object instance = state.requireInstance();
            for (AttributeReader reader : plan.readers()) {
                reader.readInto(instance, cursor);
                state.markLoaded(reader.index());
            }
            return true;
        }
    }

    private Plan plan(Shape shape, @Nullable ForUpdate lock) {
        EntityMapper<?> mapper = shape.mapper();
        List<Column<?>> columns = new ArrayList<>();
        shape.indexes().forEach(index -> columns.add(mapper.attribute(index).column()));
        Select<Row> select =
                Select.rows(columns).where(mapper.isRow(mapper.keyPlaces())).labelStyle(shape.labels());
        CompiledStatement compiled =
                engine.compile(lock == null ? select : select.forUpdate(lock)).compiled();
        List<SqlNode> sources =
                compiled.columns().stream().map(ResultColumn::source).toList();
        List<AttributeReader> readers = new ArrayList<>();
        for (int index : shape.indexes()) {
            MappedAttribute attribute = mapper.attribute(index);
            readers.add(new AttributeReader(mapper, attribute, sources.indexOf(attribute.column())));
        }
        return new Plan(compiled, readers);
    }
}
