package io.athanor.orm.load;

import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Logical;
import java.util.ArrayList;
import java.util.List;

/** Asks for the rows of some keys: by IN, or for keys of several columns by OR, which every database has. */
final class KeyCondition {
    private KeyCondition() {}

    static Condition in(List<Expression<?>> columns, List<Object> keys) {
        if (columns.size() == 1) {
            return in(columns.get(0), keys);
        }
        List<Condition> each = new ArrayList<>(keys.size());
        for (Object key : keys) {
            List<Condition> parts = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                parts.add(equal(columns.get(i), ((List<?>) key).get(i)));
            }
            each.add(Logical.and(parts));
        }
        return Logical.or(each);
    }

    /** Keys are of the classes of their columns. */
    @SuppressWarnings("unchecked")
    private static <T> Condition in(Expression<T> column, List<Object> keys) {
        return column.in((List<T>) keys);
    }

    @SuppressWarnings("unchecked")
    private static <T> Condition equal(Expression<T> column, Object key) {
        return column.eq((T) key);
    }
}
