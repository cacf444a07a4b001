package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import java.util.List;

/**
 * A list of bound values right of IN, expanded to one {@code ?} each at execution, so that lists of all lengths share one
 * compiled statement. Equal only to itself.
 *
 * @param <T> the Java type of the values
 * @since 0.1.0
 */
public final class BindList<T> implements SqlNode {
    private final List<? extends T> values;
    private final SqlType<T> type;
    private final Object origin;

    private BindList(List<? extends T> values, SqlType<T> type, Object origin) {
        this.values = values;
        this.type = type;
        this.origin = origin;
    }

    /**
     * Create a list.
     *
     * @param values the values, not copied
     * @param type the type that each is bound as
     */
    public BindList(List<? extends T> values, SqlType<T> type) {
        this.values = values;
        this.type = type;
        this.origin = this;
    }

    /**
     * Return this list with another type, as the same place in the statement.
     *
     * @param other the type to bind as
     * @param <U> its Java type, which must hold the values
     * @return a list of the same origin
     */
    @SuppressWarnings("unchecked") // the caller replaces an unresolved type by the one that it stands for
    public <U> BindList<U> withType(SqlType<U> other) {
        return new BindList<>((List<U>) values, other, origin);
    }

    /**
     * Return the values.
     *
     * @return the values, perhaps none
     */
    public List<? extends T> values() {
        return values;
    }

    /**
     * Return the type of each value.
     *
     * @return the type
     */
    public SqlType<T> type() {
        return type;
    }

    /**
     * Return what stays the same when a list is replaced by one of another type.
     *
     * @return an object compared by identity
     */
    public Object origin() {
        return origin;
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitBindList(this);
    }

    @Override
    public Object identity() {
        return origin;
    }

    @Override
    public Object shape() {
        return type;
    }
}
