package io.athanor.orm.session;

import io.athanor.sql.tree.LabelStyle;

/**
 * How the sessions of a factory behave. Alive only inside the function that it is handed to.
 *
 * @since 0.1.0
 */
public interface SessionOptions {
    /**
     * Flush before a query, so that it sees what was changed. On by default.
     *
     * @param on whether to
     * @return this
     */
    SessionOptions autoflush(boolean on);

    /**
     * Load anew, after a commit, what is read of an instance. On by default.
     *
     * @param on whether to
     * @return this
     */
    SessionOptions expireOnCommit(boolean on);

    /**
     * When a relationship of one instance is used, load it at once for all instances that came from the same statement: three
     * statements where a loop over a thousand parents would take a thousand and one. Off by default.
     *
     * @param on whether to
     * @return this
     */
    SessionOptions batchLazyLoads(boolean on);

    /**
     * Have the rows of {@code execute} repeat their owners where collections are loaded by joins, and refuse to yield them
     * until {@code unique()} is called, as SQLAlchemy 2 does. Off by default: rows are yielded once. Queries always are.
     *
     * @param on whether to
     * @return this
     */
    SessionOptions requireUnique(boolean on);

    /**
     * State how the SELECTs name their columns that the session writes by itself: those of {@code get}, of attributes that are
     * loaded later, and of related objects. By default {@link LabelStyle#TABLE_COLUMN_ONCE}, as SQLAlchemy 1.2 did;
     * {@link LabelStyle#NONE} as SQLAlchemy 2.1 does, which makes a shorter log.
     *
     * @param style the style
     * @return this
     */
    SessionOptions labels(LabelStyle style);
}
