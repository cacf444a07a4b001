package io.athanor.engine.pool;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a pool behaves.
 *
 * @param name what the pool is called in messages and thread names; must hold no secret
 * @param size how many connections may be open at once, at least 1
 * @param timeout how long to wait for a connection, at least 250 milliseconds
 * @param connectTimeout how long the opening of one connection may take, at least 250 milliseconds
 * @param closeTimeout how long closing waits for connections that are lent, not negative
 * @param recycle how old a connection may become before it is replaced instead of lent, or {@code null} for any age
 * @param isPrePing whether a connection that was idle is tried before it is lent
 * @since 0.1.0
 */
public record PoolSettings(
        String name,
        int size,
        Duration timeout,
        Duration connectTimeout,
        Duration closeTimeout,
        @Nullable Duration recycle,
        boolean isPrePing) {}
