package io.athanor.engine.pool;

/**
 * Makes the pool of an engine; the constructors of the pools here are such. Called once, when the engine is created.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface PoolFactory {
    /**
     * Make a pool.
     *
     * @param settings how it behaves
     * @param connector opens its connections
     * @return a pool that has opened nothing yet, never {@code null}
     */
    ConnectionPool create(PoolSettings settings, Connector connector);
}
