package io.athanor.sql.tree;

/**
 * TRUE and FALSE. They disappear in AND and OR where they decide nothing.
 *
 * @since 0.1.0
 */
public enum BooleanConstant implements Condition {
    /** TRUE. */
    TRUE,
    /** FALSE. */
    FALSE;

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitConstant(this);
    }

    @Override
    public Condition not() {
        return this == TRUE ? FALSE : TRUE;
    }

    @Override
    public Object shape() {
        return this;
    }
}
