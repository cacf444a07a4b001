package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import java.util.List;

/**
 * A list of rows of bound values right of IN, expanded at execution, so that lists of all lengths share one compiled
 * statement. Equal only to itself.
 *
 * @since 0.1.0
 */
public final class BindRows implements SqlNode {
    private final List<? extends List<?>> rows;
    private final List<SqlType<?>> types;
    private final Object origin;

    private BindRows(List<? extends List<?>> rows, List<SqlType<?>> types, Object origin) {
        this.rows = rows;
        this.types = types;
        this.origin = origin;
    }

    BindRows(List<? extends List<?>> rows, List<SqlType<?>> types) {
        this.rows = rows;
        this.types = types;
        this.origin = this;
    }

    /**
     * Return this list with other types, as the same place in the statement.
     *
     * @param others the types to bind as, one per value of a row
     * @return a list of the same origin
     */
    public BindRows withTypes(List<SqlType<?>> others) {
        return new BindRows(rows, List.copyOf(others), origin);
    }

    /**
     * Return the rows.
     *
     * @return the rows, perhaps none
     */
    public List<? extends List<?>> rows() {
        return rows;
    }

    /**
     * Return the types of the values of a row.
     *
     * @return one type per value
     */
    public List<SqlType<?>> types() {
        return types;
    }

    /**
     * Return what stays the same when a list is replaced by one of other types.
     *
     * @return an object compared by identity
     */
    public Object origin() {
        return origin;
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitBindRows(this);
    }

    @Override
    public Object nodeIdentity() {
        return origin();
    }

    @Override
    public Object shape() {
        return types;
    }
}
