package io.athanor.sql.tree;

/**
 * A label or column of the same SELECT, named in ORDER BY. Resolved when the statement is compiled, and refused if nothing has the name.
 *
 * @param name the name
 * @since 0.1.0
 */
public record LabelReference(String name) implements Orderable {
    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitLabelReference(this);
    }

    @Override
    public Object shape() {
        return name;
    }

    /**
     * Sort upwards.
     *
     * @return the ordering
     */
    public Ordering asc() {
        return new SortKey(this, SortKey.Direction.ASC, null);
    }

    /**
     * Sort downwards.
     *
     * @return the ordering
     */
    public Ordering desc() {
        return new SortKey(this, SortKey.Direction.DESC, null);
    }
}
