package io.athanor.engine.pool;

/**
 * A pool's numbers at one moment.
 *
 * @param total open connections
 * @param active connections that are lent
 * @param idle connections that wait to be lent
 * @param waiting threads that wait for one
 * @param limit how many may be open at once; 0 where the pool sets no limit
 * @since 0.1.0
 */
public record PoolState(int total, int active, int idle, int waiting, int limit) {
    @Override
    public String toString() {
        return "total=%d, active=%d, idle=%d, waiting=%d, limit=%d".formatted(total, active, idle, waiting, limit);
    }
}
