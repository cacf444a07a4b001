package io.athanor.engine;

import io.athanor.engine.dialect.Capability;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.BindList;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.MappedStatement;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Returning;
import io.athanor.sql.tree.RowShape;
import io.athanor.sql.tree.RowStatement;
import io.athanor.sql.tree.Selectable;
import io.athanor.sql.tree.SqlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Executes an INSERT of many rows in as many statements as the database needs, all of which take effect or none. */
final class InsertedRows {
    private final ConnectionCore core;
    private final StatementRunner runner;

    InsertedRows(ConnectionCore core, StatementRunner runner) {
        this.core = core;
        this.runner = runner;
    }

    long insert(Insert insert) {
        List<Insert> portions = InsertPortions.of(insert, core.context.dialect());
        return whole(portions, () -> {
            long count = 0;
            for (Insert portion : portions) {
                count +=
                        runner.update(core.context.compilations.compile(portion).bind(Map.of()));
            }
            return count;
        });
    }

    /** Run several statements as one: if one fails, those before it are undone. */
    private <T> T whole(List<Insert> portions, Supplier<T> work) {
        if (portions.size() < 2 || !core.context.dialect().capabilities().has(Capability.SAVEPOINTS)) {
            return work.get();
        }
        Savepoint savepoint = core.transaction.beginNested();
        T value;
        try {
            value = work.get();
        } catch (RuntimeException failure) {
            try {
                savepoint.rollback();
            } catch (RuntimeException second) {
                failure.addSuppressed(second);
            }
            throw failure;
        }
        savepoint.commit();
        return value;
    }

    /** The INSERT of several rows that a statement yields the rows of; {@code null} for any other statement. */
    static @Nullable Insert insertOf(RowStatement<?> statement) {
        RowStatement<?> inner = returning(statement);
        return inner instanceof Returning<?> returning
                        && returning.change() instanceof Insert insert
                        && insert.rows().size() > 1
                ? insert
                : null;
    }

    private static RowStatement<?> returning(RowStatement<?> statement) {
        RowStatement<?> inner = statement;
        while (inner instanceof MappedStatement<?> mapped) {
            inner = mapped.statement();
        }
        return inner;
    }

    /** The rows in the order in which they were given, read to the end; {@code null} if one statement yields them so. */
    <T> @Nullable Result<T> insert(Insert insert, RowStatement<T> statement, Map<String, ?> binds) {
        List<Insert> portions = InsertPortions.of(insert, core.context.dialect());
        RowOrder order = RowOrder.of(insert, core.context.dialect());
        if (order == null) {
            portions = InsertPortions.oneByOne(insert);
            order = RowOrder.UNCHANGED;
        } else if (portions.size() == 1 && order == RowOrder.UNCHANGED) {
            return null;
        }
        List<? extends Selectable<?>> selected = ((Returning<?>) returning(statement)).selected();
        List<Selectable<?>> yielded = new ArrayList<>(selected);
        order.keys().stream().filter(key -> !selected.contains(key)).forEach(yielded::add);
        List<Compilation> compilations = new ArrayList<>();
        for (Insert portion : portions) {
            compilations.add(
                    core.context.compilations.compile(portion.returning(yielded.toArray(new Selectable<?>[0]))));
        }
        List<Map<String, ?>> values = valuesOf(compilations, binds);
        RowOrder known = order;
        Rows rows = new Rows(statement.shapeOfRows(), yielded.size() - selected.size(), known);
        whole(portions, () -> {
            for (int i = 0; i < compilations.size(); i++) {
                rows.read(runner.open(compilations.get(i).bind(values.get(i))));
            }
            return rows;
        });
        RowShape<T> shape = statement.shapeOfRows();
        return new SourcedResult<LoadedRows.Row<ResultRow>, T>(
                new LoadedRows<>(rows.all.iterator(), rows.names, false, () -> {}), row -> read(shape, row), false);
    }

    private static <T> T read(RowShape<T> shape, LoadedRows.Row<ResultRow> row) {
        return shape.read().apply(java.util.Objects.requireNonNull(row.value()));
    }

    /** A name may stand in some of the statements only, but must stand in one. */
    private static List<Map<String, ?>> valuesOf(List<Compilation> compilations, Map<String, ?> binds) {
        List<Map<String, ?>> values = new ArrayList<>();
        Set<String> unknown = new HashSet<>(binds.keySet());
        for (Compilation compilation : compilations) {
            Map<String, Object> own = new HashMap<>();
            for (SqlNode node : compilation.key().binds()) {
                String name = nameOf(node);
                if (name != null && binds.containsKey(name)) {
                    own.put(name, binds.get(name));
                    unknown.remove(name);
                }
            }
            values.add(own);
        }
        if (!unknown.isEmpty()) {
            throw new ArgumentException("The statement has no binds %s; correct the names".formatted(unknown));
        }
        return values;
    }

    private static @Nullable String nameOf(SqlNode node) {
        if (node instanceof Bind<?> bind) {
            return bind.hasOwnName() ? bind.name() : null;
        }
        return node instanceof BindList<?> list && list.hasOwnName() ? list.name() : null;
    }

    /** Collects the rows of the statements, without what was only yielded to sort them by. */
    private static final class Rows {
        private final RowShape<?> shape;
        private final int extra;
        private final RowOrder order;
        private final List<ResultRow> all = new ArrayList<>();
        private List<String> names = List.of();

        Rows(RowShape<?> shape, int extra, RowOrder order) {
            this.shape = shape;
            this.extra = extra;
            this.order = order;
        }

        void read(RowCursor cursor) {
            int wanted = cursor.size() - extra;
            names = List.copyOf(cursor.names().subList(0, wanted));
            RowLayout layout = RowLayout.of(names, shape);
            List<RowOrder.Keyed> rows = new ArrayList<>();
            while (cursor.next()) {
                @Nullable Object[] values = new Object[wanted];
                for (int i = 0; i < wanted; i++) {
                    values[i] = cursor.get(i);
                }
                rows.add(new RowOrder.Keyed(key(cursor, wanted, layout, values), new ResultRow(layout, values)));
            }
            order.sort(rows);
            rows.forEach(row -> all.add(row.row()));
        }

        private List<@Nullable Object> key(RowCursor cursor, int wanted, RowLayout layout, @Nullable Object[] values) {
            List<@Nullable Object> key = new ArrayList<>();
            int next = wanted;
            for (NamedColumn<?> column : order.keys()) {
                int place = layout.find(column);
                key.add(place < 0 ? cursor.get(next++) : values[place]);
            }
            return key;
        }
    }
}
