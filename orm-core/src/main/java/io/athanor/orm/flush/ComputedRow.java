package io.athanor.orm.flush;

import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.sql.schema.Column;
import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.Logical;
import io.athanor.sql.tree.Update;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The row of an instance of which SQL computes a part, and which therefore has a statement of its own. */
final class ComputedRow {
    private final EntityMapper<?> mapper;
    private final InstanceState state;

    ComputedRow(EntityMapper<?> mapper, InstanceState state) {
        this.mapper = mapper;
        this.state = state;
    }

    /** What sets these attributes, and those that are computed, in the order of the table. */
    Insert insert(Collection<Integer> attributes) {
        Insert insert = new Insert(mapper.table()).inline();
        for (MappedAttribute attribute : mapper.columnAttributes()) {
            Expression<?> sql = state.computed().get(attribute.index());
            if (sql != null) {
                insert = compute(insert, attribute.column(), sql);
            } else if (attributes.contains(attribute.index())) {
                insert = set(insert, attribute.column(), value(attribute));
            }
        }
        return insert;
    }

    Update update(Collection<Integer> attributes, List<Object> key) {
        Update update = new Update(mapper.table());
        for (MappedAttribute attribute : mapper.columnAttributes()) {
            Expression<?> sql = state.computed().get(attribute.index());
            if (sql != null) {
                update = compute(update, attribute.column(), sql);
            } else if (attributes.contains(attribute.index())) {
                update = set(update, attribute.column(), value(attribute));
            }
        }
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            conditions.add(is(mapper.attribute(mapper.keyIndexes()[i]).column(), key.get(i)));
        }
        return update.where(Logical.and(conditions));
    }

    private @Nullable Object value(MappedAttribute attribute) {
        return mapper.get(state.requireInstance(), attribute.index());
    }

    // An attribute holds values of its column's type, and an expression for it was checked by the compiler.

    @SuppressWarnings("unchecked")
    private static <T> Condition is(Column<T> column, Object value) {
        return column.eq((T) value);
    }

    @SuppressWarnings("unchecked")
    private static <T> Insert set(Insert insert, Column<T> column, @Nullable Object value) {
        return insert.set(column, (T) value);
    }

    @SuppressWarnings("unchecked")
    private static <T> Insert compute(Insert insert, Column<T> column, Expression<?> sql) {
        return insert.set(column, (Expression<? extends T>) sql);
    }

    @SuppressWarnings("unchecked")
    private static <T> Update set(Update update, Column<T> column, @Nullable Object value) {
        return update.set(column, (T) value);
    }

    @SuppressWarnings("unchecked")
    private static <T> Update compute(Update update, Column<T> column, Expression<?> sql) {
        return update.set(column, (Expression<? extends T>) sql);
    }
}
