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
public final class BindList<T> implements SqlNode, StatesType {
    private final String name;
    private final boolean hasOwnName;
    private final List<? extends T> values;
    private final SqlType<T> type;
    private final Object origin;

    private BindList(BindList<?> like, List<? extends T> values, SqlType<T> type) {
        this.name = like.name;
        this.hasOwnName = like.hasOwnName;
        this.values = values;
        this.type = type;
        this.origin = like.origin;
    }

    private BindList(String name, boolean hasOwnName, List<? extends T> values, SqlType<T> type) {
        this.name = name;
        this.hasOwnName = hasOwnName;
        this.values = values;
        this.type = type;
        this.origin = this;
    }

    /**
     * Create a list.
     *
     * @param name what the values are called, such as the column that they are compared with
     * @param values the values, not copied
     * @param type the type that each is bound as
     */
    public BindList(String name, List<? extends T> values, SqlType<T> type) {
        this(name, false, values, type);
    }

    /**
     * Create a list under a name of the user's own.
     *
     * @param name the name
     * @param values the values where none are given at execution, not copied
     * @param type the type that each is bound as
     * @param <T> the Java type of the values
     * @return the list
     */
    public static <T> BindList<T> named(String name, List<? extends T> values, SqlType<T> type) {
        return new BindList<>(name, true, values, type);
    }

    /**
     * Return the name.
     *
     * @return the name by which the values are given, or what they are compared with
     */
    public String name() {
        return name;
    }

    /**
     * Return whether the name is the user's own.
     *
     * @return whether it is; else it is numbered in SQL that shows names
     */
    public boolean hasOwnName() {
        return hasOwnName;
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
        return new BindList<>(this, (List<U>) values, other);
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
    public Object nodeIdentity() {
        return origin;
    }

    @Override
    public SqlType<?> statedType() {
        return type;
    }

    @Override
    public SqlNode withStatedType(SqlType<?> other) {
        return withType(other);
    }

    @Override
    public Object shape() {
        return List.of(type, name, hasOwnName);
    }
}
