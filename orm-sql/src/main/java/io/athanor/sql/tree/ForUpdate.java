package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import java.util.Arrays;
import java.util.List;

/**
 * What a SELECT locks, and how it waits for it. A database that has no row locks ignores it. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class ForUpdate implements SqlNode {
    /** The lock that is taken. */
    public enum Strength {
        /** The lock of one who will change the row. */
        UPDATE,
        /** The lock of one who will change the row, but not its key. */
        NO_KEY_UPDATE,
        /** The lock of one who reads the row and keeps others from changing it. */
        SHARE,
        /** The lock of one who reads the row and keeps others from changing its key. */
        KEY_SHARE
    }

    /** What is done about a row that another transaction has locked. */
    public enum Waiting {
        /** Wait for it. */
        WAIT,
        /** Fail at once. */
        NOWAIT,
        /** Leave the row out. */
        SKIP_LOCKED
    }

    /** {@code FOR UPDATE}. */
    public static final ForUpdate UPDATE = new ForUpdate(Strength.UPDATE, Waiting.WAIT, List.of());
    /** {@code FOR NO KEY UPDATE}; {@code FOR UPDATE} where there is no such lock. */
    public static final ForUpdate NO_KEY_UPDATE = new ForUpdate(Strength.NO_KEY_UPDATE, Waiting.WAIT, List.of());
    /** {@code FOR SHARE}. */
    public static final ForUpdate SHARE = new ForUpdate(Strength.SHARE, Waiting.WAIT, List.of());
    /** {@code FOR KEY SHARE}; {@code FOR SHARE} where there is no such lock. */
    public static final ForUpdate KEY_SHARE = new ForUpdate(Strength.KEY_SHARE, Waiting.WAIT, List.of());

    private final Strength strength;
    private final Waiting waiting;
    private final List<FromClause> tables;

    private ForUpdate(Strength strength, Waiting waiting, List<FromClause> tables) {
        this.strength = strength;
        this.waiting = waiting;
        this.tables = tables;
    }

    /**
     * Lock rows of these tables only.
     *
     * @param of elements of FROM, at least one
     * @return a new lock
     */
    public ForUpdate of(FromClause... of) {
        if (of.length == 0) {
            throw new ArgumentException("of(…) names no table; name one, or leave the call out to lock rows of all");
        }
        return new ForUpdate(strength, waiting, List.of(of));
    }

    /**
     * Leave out rows that another transaction has locked.
     *
     * @return a new lock
     */
    public ForUpdate skipLocked() {
        return new ForUpdate(strength, Waiting.SKIP_LOCKED, tables);
    }

    /**
     * Fail at once if another transaction has locked a row.
     *
     * @return a new lock
     */
    public ForUpdate nowait() {
        return new ForUpdate(strength, Waiting.NOWAIT, tables);
    }

    /**
     * Return which lock is taken.
     *
     * @return the strength
     */
    public Strength strength() {
        return strength;
    }

    /**
     * Return what is done about locked rows.
     *
     * @return how it waits
     */
    public Waiting waiting() {
        return waiting;
    }

    /**
     * Return whose rows are locked.
     *
     * @return elements of FROM; none for all
     */
    public List<FromClause> tables() {
        return tables;
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitForUpdate(this);
    }

    @Override
    public List<FromClause> children() {
        return tables;
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return new ForUpdate(strength, waiting, new Nodes(children).next(children.size()));
    }

    @Override
    public Object shape() {
        return Arrays.asList(strength, waiting);
    }
}
