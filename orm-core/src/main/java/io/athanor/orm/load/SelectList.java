package io.athanor.orm.load;

import io.athanor.engine.RowCursor;
import io.athanor.engine.RowLayout;
import io.athanor.orm.mapper.EntityRef;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapper.TreeResolver;
import io.athanor.sql.compile.CompiledStatement;
import io.athanor.sql.compile.ResultColumn;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Label;
import io.athanor.sql.tree.LiteralColumn;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Projection;
import io.athanor.sql.tree.Row;
import io.athanor.sql.tree.Selectable;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.StatementOption;
import io.athanor.sql.type.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The select list with entities replaced by their columns; a column needed twice is selected once. */
final class SelectList {
    private final EntityParts entities;
    private final List<Selectable<?>> columns = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    /** A selected thing, whose reader and name are known once the statement is compiled. */
    interface Part {
        ValueReader reader(Positions positions);

        String key(Positions positions);
    }

    /** Where in the result each column of the list is. */
    record Positions(int[] positions, List<ResultColumn> columns) {
        int of(int column) {
            return positions[column];
        }
    }

    /** The list of a statement to which joins can be added, or of one that was written otherwise. */
    SelectList(Registry registry, TreeResolver resolver, List<StatementOption> options, boolean isJoining) {
        this.entities = new EntityParts(registry, resolver, new EntityParts.Given(options, isJoining), this::position);
    }

    /** Add what is loaded by joins. */
    EagerJoins join() {
        return entities.join();
    }

    void add(Selectable<?> selected) {
        parts.add(part(selected));
    }

    List<Selectable<?>> columns() {
        return columns;
    }

    /** Two attributes may turn out to be one column, which the result then has once. */
    LoadPlan plan(List<? extends SqlNode> resolved, CompiledStatement compiled) {
        List<SqlNode> sources =
                compiled.columns().stream().map(ResultColumn::source).toList();
        Positions positions =
                new Positions(resolved.stream().mapToInt(sources::indexOf).toArray(), compiled.columns());
        return new LoadPlan(compiled, readers(parts, positions), keys(parts, positions), entities.joins());
    }

    /** The columns of raw SQL are found by the names that the database gives them. */
    LoadPlan plan(List<? extends SqlNode> resolved, CompiledStatement compiled, RowCursor cursor) {
        List<ResultColumn> found = new ArrayList<>();
        cursor.names()
                .forEach(name ->
                        found.add(new ResultColumn(name, SqlTypes.OTHER, new LiteralColumn<>(name, SqlTypes.OTHER))));
        int[] positions = new int[resolved.size()];
        for (int i = 0; i < positions.length; i++) {
            Expression<?> column = (Expression<?>) resolved.get(i);
            positions[i] = place(cursor.names(), nameOf(column));
            if (positions[i] >= 0) {
                cursor.readAs(positions[i], column.type());
            }
        }
        Positions placed = new Positions(positions, found);
        return new LoadPlan(compiled, readers(parts, placed), keys(parts, placed), entities.joins());
    }

    private static @Nullable String nameOf(Expression<?> column) {
        if (column instanceof Label<?> label) {
            return label.name();
        }
        return column instanceof NamedColumn<?> named ? named.name() : null;
    }

    /** Databases that fold names may give them in another case than they were declared in. */
    private static int place(List<String> names, @Nullable String name) {
        int exact = names.indexOf(name);
        for (int i = 0; exact < 0 && i < names.size(); i++) {
            exact = names.get(i).equalsIgnoreCase(name) ? i : exact;
        }
        return exact;
    }

    private static List<ValueReader> readers(List<Part> parts, Positions positions) {
        return parts.stream().map(part -> part.reader(positions)).toList();
    }

    private static List<String> keys(List<Part> parts, Positions positions) {
        return parts.stream().map(part -> part.key(positions)).toList();
    }

    private Part part(Selectable<?> selected) {
        if (selected instanceof EntityRef<?> entity) {
            return entities.of(entity);
        }
        if (selected instanceof Projection<?> projection) {
            return new ProjectionPart(
                    projection, projection.parts().stream().map(this::part).toList());
        }
        return new ColumnPart(selected, position(selected));
    }

    private int position(Selectable<?> column) {
        int known = columns.indexOf(column);
        if (known >= 0) {
            return known;
        }
        columns.add(column);
        return columns.size() - 1;
    }

    /** A column is known by its own name, whatever label the statement gives it; anything else by its label. */
    private record ColumnPart(Selectable<?> selected, int column) implements Part {
        @Override
        public ValueReader reader(Positions positions) {
            int position = positions.of(column);
            if (position < 0) {
                throw new ArgumentException(
                        "The statement yields no column for [%s]; have it yield one, or do not query it"
                                .formatted(selected));
            }
            return (cursor, context) -> cursor.get(position);
        }

        @Override
        public String key(Positions positions) {
            return selected instanceof NamedColumn<?> named
                    ? named.name()
                    : positions.columns().get(positions.of(column)).name();
        }
    }

    private record ProjectionPart(Projection<?> projection, List<Part> parts) implements Part {
        @Override
        public ValueReader reader(Positions positions) {
            RowLayout layout = new RowLayout(keys(parts, positions), projection.parts());
            List<ValueReader> readers = readers(parts, positions);
            return (cursor, context) -> projection.read(row(layout, readers, cursor, context));
        }

        @Override
        public String key(Positions positions) {
            return projection.getClass().getSimpleName();
        }
    }

    /** Read a row of several things. */
    static Row row(RowLayout layout, List<ValueReader> readers, RowCursor cursor, LoadContext context) {
        @Nullable Object[] values = new Object[readers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = readers.get(i).read(cursor, context);
        }
        return layout.row(values);
    }
}
