package io.athanor.orm.flush;

import io.athanor.engine.Engine;
import io.athanor.engine.RowInsert;
import io.athanor.engine.dialect.Capability;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.orm.mapping.EagerDefaults;
import io.athanor.sql.compile.CompiledStatement;
import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.Delete;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.Logical;
import io.athanor.sql.tree.Selectable;
import io.athanor.sql.tree.Statement;
import io.athanor.sql.tree.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The INSERT, UPDATE and DELETE of each entity, compiled once for each set of columns. Thread-safe; one for an engine and a
 * registry.
 */
public final class WritePlans {
    private final Engine engine;
    private final Map<Shape, CompiledStatement> plans = new ConcurrentHashMap<>();
    private final Map<Shape, RowInsert> inserts = new ConcurrentHashMap<>();
    private final Map<LinkShape, CompiledStatement> links = new ConcurrentHashMap<>();

    private enum Verb {
        INSERT,
        UPDATE,
        DELETE
    }

    private record LinkShape(Verb verb, Table table, List<Column<?>> columns) {}

    private record Shape(Verb verb, EntityMapper<?> mapper, List<Integer> attributes) {}

    /**
     * Create the plans of an engine.
     *
     * @param engine compiles
     */
    public WritePlans(Engine engine) {
        this.engine = engine;
    }

    /** An INSERT that takes the attributes' values in order, and tells what the database fills others with. */
    RowInsert insert(EntityMapper<?> mapper, List<Integer> attributes, List<MappedAttribute> generated) {
        return inserts.computeIfAbsent(
                new Shape(Verb.INSERT, mapper, attributes),
                shape -> engine.rowInsert(
                        insertOf(shape),
                        generated.stream().map(MappedAttribute::column).toList()));
    }

    /** An UPDATE that takes the attributes' values in order, then the key's. */
    CompiledStatement update(EntityMapper<?> mapper, List<Integer> attributes) {
        return plans.computeIfAbsent(new Shape(Verb.UPDATE, mapper, attributes), shape -> compile(updateOf(shape)));
    }

    /** Whether an INSERT returns what the database fills in. */
    boolean isInsertFetching(EntityMapper<?> mapper) {
        return mapper.eagerDefaults() != EagerDefaults.NEVER && has(Capability.MULTI_ROW_INSERT_RETURNING);
    }

    /** Whether an UPDATE returns what the database fills in. */
    boolean isUpdateFetching(EntityMapper<?> mapper) {
        return mapper.eagerDefaults() == EagerDefaults.ALWAYS && has(Capability.UPDATE_RETURNING);
    }

    private boolean has(Capability capability) {
        return engine.dialect().capabilities().has(capability);
    }

    /** An UPDATE that takes the same values as {@link #update} and returns columns. */
    CompiledStatement updateReturning(EntityMapper<?> mapper, List<Integer> attributes, List<Integer> returned) {
        List<Integer> all = new ArrayList<>(attributes);
        all.add(-1);
        all.addAll(returned);
        return plans.computeIfAbsent(new Shape(Verb.UPDATE, mapper, all), shape -> {
            Selectable<?>[] columns = returned.stream()
                    .map(index -> mapper.attribute(index).column())
                    .toArray(Selectable<?>[]::new);
            return compile(updateOf(new Shape(Verb.UPDATE, mapper, attributes)).returning(columns));
        });
    }

    /** A DELETE that takes the key's values. */
    CompiledStatement delete(EntityMapper<?> mapper) {
        return plans.computeIfAbsent(
                new Shape(Verb.DELETE, mapper, List.of()),
                shape -> compile(new Delete(mapper.table()).where(mapper.isRow(mapper.keyPlaces()))));
    }

    private CompiledStatement compile(Statement statement) {
        return engine.compile(statement, StructureKey.of(statement));
    }

    private static Insert insertOf(Shape shape) {
        Insert insert = new Insert(shape.mapper().table()).inline();
        for (int index : shape.attributes()) {
            insert = set(insert, shape.mapper().attribute(index).column());
        }
        return insert;
    }

    private static <T> Insert set(Insert insert, Column<T> column) {
        return insert.set(column, place(column));
    }

    private static Update updateOf(Shape shape) {
        Update update = new Update(shape.mapper().table());
        for (int index : shape.attributes()) {
            update = set(update, shape.mapper().attribute(index).column());
        }
        return update.where(shape.mapper().isRow(shape.mapper().keyPlaces()));
    }

    private static <T> Update set(Update update, Column<T> column) {
        return update.set(column, place(column));
    }

    private static <T> Bind<T> place(Column<T> column) {
        return new Bind<>(column.name(), null, column.type());
    }

    private static <T> Condition isValue(Column<T> column) {
        return column.eq(place(column));
    }

    /** An INSERT into a secondary table that takes the columns' values in order. */
    CompiledStatement insertLink(Table table, List<Column<?>> columns) {
        return links.computeIfAbsent(new LinkShape(Verb.INSERT, table, columns), shape -> {
            Insert insert = new Insert(table).inline();
            for (Column<?> column : columns) {
                insert = set(insert, column);
            }
            return compile(insert);
        });
    }

    /** An UPDATE of a secondary table that takes the columns' new values in order, then their old ones. */
    CompiledStatement updateLink(Table table, List<Column<?>> columns) {
        return links.computeIfAbsent(new LinkShape(Verb.UPDATE, table, columns), shape -> {
            Update update = new Update(table);
            List<Condition> conditions = new ArrayList<>();
            for (Column<?> column : columns) {
                update = set(update, column);
                conditions.add(isValue(column));
            }
            return compile(update.where(Logical.and(conditions)));
        });
    }

    /** A DELETE from a secondary table that takes the columns' values in order. */
    CompiledStatement deleteLink(Table table, List<Column<?>> columns) {
        return links.computeIfAbsent(new LinkShape(Verb.DELETE, table, columns), shape -> {
            List<Condition> conditions = new ArrayList<>();
            columns.forEach(column -> conditions.add(isValue(column)));
            return compile(new Delete(table).where(Logical.and(conditions)));
        });
    }
}
