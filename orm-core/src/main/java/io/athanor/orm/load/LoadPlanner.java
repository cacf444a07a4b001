package io.athanor.orm.load;

import io.athanor.engine.Engine;
import io.athanor.engine.RowCursor;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.EntityRef;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapper.TreeResolver;
import io.athanor.sql.compile.CompiledStatement;
import io.athanor.sql.compile.ResultColumn;
import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Label;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Projection;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.Selectable;
import io.athanor.sql.tree.SqlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Plans statements over entities for one engine and one registry. Plans are kept by the structure of the statement as the
 * user wrote it, so that a plan found again resolves nothing. Thread-safe.
 */
public final class LoadPlanner {
    private static final int CAPACITY = 1000;

    private final Engine engine;
    private final Registry registry;
    private final Map<StructureKey, LoadPlan> plans = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<StructureKey, LoadPlan> eldest) {
            return size() > CAPACITY;
        }
    };

    /**
     * Create a planner.
     *
     * @param engine compiles
     * @param registry resolves
     */
    public LoadPlanner(Engine engine, Registry registry) {
        this.engine = engine;
        this.registry = registry;
    }

    /**
     * Plan a statement.
     *
     * @param select the statement
     * @param key its structure
     * @return the plan
     */
    public LoadPlan plan(Select<?> select, StructureKey key) {
        if (!key.cacheable()) {
            return make(select, key);
        }
        synchronized (plans) {
            LoadPlan known = plans.get(key);
            if (known != null) {
                return known;
            }
        }
        LoadPlan made = make(select, key);
        synchronized (plans) {
            plans.put(key.withoutBinds(), made);
        }
        return made;
    }

    /**
     * Return how many plans are kept.
     *
     * @return the number
     */
    public int size() {
        synchronized (plans) {
            return plans.size();
        }
    }

    private LoadPlan make(Select<?> select, StructureKey key) {
        TreeResolver resolver = new TreeResolver(registry);
        SelectList list = new SelectList(resolver);
        for (Selectable<?> selected : select.selected()) {
            list.add(selected);
        }
        Select<?> resolved = (Select<?>) resolver.resolve(select.withOnlyColumns(list.columns));
        CompiledStatement compiled = engine.compile(resolved, key);
        int[] positions = positions(resolved, compiled);
        List<ValueReader> readers = new ArrayList<>();
        list.makers.forEach(maker -> readers.add(maker.make(positions)));
        return new LoadPlan(compiled, readers, list.keys);
    }

    /** Two attributes may turn out to be one column, which the result then has once. */
    private static int[] positions(Select<?> resolved, CompiledStatement compiled) {
        List<SqlNode> sources =
                compiled.columns().stream().map(ResultColumn::source).toList();
        return resolved.selected().stream().mapToInt(sources::indexOf).toArray();
    }

    /** A reader is made once all columns are known. */
    private interface ReaderMaker {
        ValueReader make(int[] positions);
    }

    /** The select list with entities replaced by their columns; a column needed twice is selected once. */
    private final class SelectList {
        private final List<Selectable<?>> columns = new ArrayList<>();
        private final List<ReaderMaker> makers = new ArrayList<>();
        private final List<String> keys = new ArrayList<>();
        private final TreeResolver resolver;

        SelectList(TreeResolver resolver) {
            this.resolver = resolver;
        }

        void add(Selectable<?> selected) {
            makers.add(maker(selected));
            keys.add(keyOf(selected));
        }

        private ReaderMaker maker(Selectable<?> selected) {
            if (selected instanceof EntityRef<?> entity) {
                return entity(entity);
            }
            if (selected instanceof Projection<?> projection) {
                return projection(projection);
            }
            int column = position(selected);
            return positions -> {
                int position = positions[column];
                return (cursor, context) -> cursor.get(position);
            };
        }

        private ReaderMaker entity(EntityRef<?> entity) {
            EntityMapper<?> mapper = registry.entityMapper(entity.type());
            int[] columnsOfEntity =
                    resolver.columnsOf(entity).stream().mapToInt(this::position).toArray();
            return positions -> new EntityReader(
                    mapper, IntStream.of(columnsOfEntity).map(i -> positions[i]).toArray());
        }

        private ReaderMaker projection(Projection<?> projection) {
            List<ReaderMaker> parts = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (Selectable<?> part : projection.parts()) {
                parts.add(maker(part));
                names.add(keyOf(part));
            }
            ReadRow.Head head = new ReadRow.Head(projection.parts(), List.copyOf(names));
            return positions -> {
                ValueReader[] readers =
                        parts.stream().map(part -> part.make(positions)).toArray(ValueReader[]::new);
                return (cursor, context) -> projection.read(readPart(head, readers, cursor, context));
            };
        }

        private int position(Selectable<?> column) {
            int known = columns.indexOf(column);
            if (known >= 0) {
                return known;
            }
            columns.add(column);
            return columns.size() - 1;
        }

        private String keyOf(Selectable<?> selected) {
            if (selected instanceof EntityRef<?> entity) {
                return entity.type().getSimpleName();
            }
            if (selected instanceof Label<?> label) {
                return label.name();
            }
            return selected instanceof NamedColumn<?> column ? column.name() : nameOf(selected, makers.size());
        }
    }

    private static String nameOf(Selectable<?> selected, int position) {
        return selected instanceof Expression<?>
                ? "column_" + (position + 1)
                : selected.getClass().getSimpleName();
    }

    private static ReadRow readPart(ReadRow.Head head, ValueReader[] readers, RowCursor cursor, LoadContext context) {
        @Nullable Object[] values = new Object[readers.length];
        for (int i = 0; i < readers.length; i++) {
            values[i] = readers[i].read(cursor, context);
        }
        return new ReadRow(head, values);
    }
}
