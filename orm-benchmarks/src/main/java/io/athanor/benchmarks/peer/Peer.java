package io.athanor.benchmarks.peer;

import java.util.List;

/**
 * A library under comparison. Each method is a whole unit: open, work, commit, close. It returns a number that must be the
 * same for all, so that nobody is fast by doing less. What a library has no counterpart for throws
 * {@link UnsupportedOperationException}.
 */
public interface Peer extends AutoCloseable {
    /** The name in the report. */
    String name();

    /** Insert new objects; return how many got a key. */
    long insert(List<Person> people) throws Exception;

    /** Load all users as objects; return the sum of their ages. */
    long load() throws Exception;

    /** Load each of the users by key in one session; return the sum of their ages. */
    long get(int users) throws Exception;

    /** The same a second time in that session; only that is measured. */
    default long getAgain(int users, Runnable start, Runnable stop) throws Exception {
        throw new UnsupportedOperationException(name() + " has no identity map");
    }

    /** Load all, add one to the age of each whose number is divisible, commit; return how many were changed. */
    long change(int divisor) throws Exception;

    /** Load users with their addresses by a join; return the sum of the lengths of their addresses. */
    long joined(int users) throws Exception;

    /** The same by a second query with the keys of the first. */
    long selectIn(int users) throws Exception;

    /** The same by one query for each user, when its addresses are asked for. */
    long lazy(int users) throws Exception;

    /** The same, where a library loads the siblings' addresses with the first; only few can. */
    default long lazyBatched(int users) throws Exception {
        throw new UnsupportedOperationException(name() + " loads no siblings");
    }

    /** Group users by age into records of age, count, sum of balances, greatest name; return the sum of counts and ages. */
    long project() throws Exception;

    /** Build and run a SELECT of medium size again and again, with other values; return the number of rows. */
    long query(int times) throws Exception;

    /** Load all users and delete each; return how many. */
    long delete() throws Exception;

    /** Load all users and keep them, managed, until the holder is closed. */
    Held hold() throws Exception;

    @Override
    void close() throws Exception;

    /** Keeps loaded objects alive. */
    interface Held extends AutoCloseable {
        /** The objects. */
        Object objects();

        @Override
        void close() throws Exception;
    }
}
