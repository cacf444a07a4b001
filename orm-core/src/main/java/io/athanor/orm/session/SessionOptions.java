package io.athanor.orm.session;

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
}
