package io.athanor.engine;

/**
 * Something to do with a connection or session. Checked exceptions pass through.
 *
 * @param <C> what it works with
 * @param <X> the checked exception it may throw; inferred as unchecked where there is none
 * @since 0.1.0
 */
@FunctionalInterface
public interface Work<C, X extends Exception> {
    /**
     * Do the work.
     *
     * @param context what to work with
     * @throws X what the work throws
     */
    void run(C context) throws X;
}
