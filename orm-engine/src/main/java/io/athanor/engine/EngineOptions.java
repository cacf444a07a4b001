package io.athanor.engine;

import io.athanor.engine.event.EngineListener;
import io.athanor.engine.pool.PoolSettings;
import io.athanor.sql.compile.CompileRules;
import io.athanor.sql.error.ArgumentException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an engine behaves. Handed to the function given to {@link Engine#create}, and read when that returns; not
 * thread-safe. Each method returns these options.
 *
 * @since 0.1.0
 */
public final class EngineOptions {
    private static final Duration MIN_TIMEOUT = Duration.ofMillis(250);
    private static final Duration MIN_RECYCLE = Duration.ofSeconds(30);

    boolean isEcho;
    boolean isHidingParameters;
    CompileRules rules = CompileRules.NONE;

    @Nullable String dialect;

    @Nullable ClassLoader loader;

    @Nullable ModuleLayer layer;

    int statementCacheSize = 500;
    final Set<String> allowedDriverOptions = new HashSet<>();
    final List<EngineListener> listeners = new ArrayList<>();
    private int poolSize = 10;
    private Duration poolTimeout = Duration.ofSeconds(30);
    private @Nullable Duration recycle;
    private boolean isPrePing;

    EngineOptions() {}

    /**
     * Log every statement and its parameters at level INFO of logger {@code io.athanor.engine.Engine}. Without it they
     * are logged at level DEBUG. Default: off.
     *
     * @param on whether to
     * @return these options
     */
    public EngineOptions echo(boolean on) {
        this.isEcho = on;
        return this;
    }

    /**
     * Keep parameters, and messages of drivers that repeat values, out of the log and of exceptions. Default: off.
     *
     * @param on whether to
     * @return these options
     */
    public EngineOptions hideParameters(boolean on) {
        this.isHidingParameters = on;
        return this;
    }

    /**
     * Set how many connections may be open at once. Default: 10. Has no effect on a {@code DataSource}, nor on databases
     * that live in one connection, such as SQLite in memory.
     *
     * @param connections at least 1
     * @return these options
     * @throws ArgumentException if the number is less than 1
     */
    public EngineOptions poolSize(int connections) {
        if (connections < 1) {
            throw new ArgumentException("Pool size [%d] is less than 1; give at least 1".formatted(connections));
        }
        this.poolSize = connections;
        return this;
    }

    /**
     * Set how long to wait for a connection when all are in use. Default: 30 seconds.
     *
     * @param limit at least 250 milliseconds
     * @return these options
     * @throws ArgumentException if the time is shorter
     */
    public EngineOptions poolTimeout(Duration limit) {
        if (limit.compareTo(MIN_TIMEOUT) < 0) {
            throw new ArgumentException(
                    "Pool timeout [%s] is shorter than [%s]; wait longer".formatted(limit, MIN_TIMEOUT));
        }
        this.poolTimeout = limit;
        return this;
    }

    /**
     * Try every connection before it is lent. Without it, only connections that were idle for more than half a second are
     * tried. Default: off.
     *
     * @param on whether to
     * @return these options
     */
    public EngineOptions prePing(boolean on) {
        this.isPrePing = on;
        return this;
    }

    /**
     * Replace connections of some age when they are idle. Default: any age is good.
     *
     * @param age at least 30 seconds
     * @return these options
     * @throws ArgumentException if the age is shorter
     */
    public EngineOptions recycle(Duration age) {
        if (age.compareTo(MIN_RECYCLE) < 0) {
            throw new ArgumentException(
                    "Recycle age [%s] is shorter than [%s]; keep longer".formatted(age, MIN_RECYCLE));
        }
        this.recycle = age;
        return this;
    }

    /**
     * Render nodes by rules of one's own; SQLAlchemy's {@code @compiles}. Default: {@link CompileRules#NONE}.
     *
     * @param own the rules
     * @return these options
     */
    public EngineOptions rules(CompileRules own) {
        this.rules = own;
        return this;
    }

    /**
     * Name the dialect. Default: that of the URL; for a {@code DataSource}, that of the database, asked at first use.
     *
     * @param name the dialect's name, such as {@code "sqlite"}
     * @return these options
     */
    public EngineOptions dialect(String name) {
        this.dialect = name;
        return this;
    }

    /**
     * Set how many compiled statements are kept. Default: 500.
     *
     * @param statements at least 0; 0 keeps none
     * @return these options
     * @throws ArgumentException if the number is negative
     */
    public EngineOptions statementCacheSize(int statements) {
        if (statements < 0) {
            throw new ArgumentException("Statement cache size [%d] is negative; give 0 for none".formatted(statements));
        }
        this.statementCacheSize = statements;
        return this;
    }

    /**
     * Look for dialects and drivers in this class loader only. Default: the thread's context class loader, then the
     * engine's own.
     *
     * @param from where to look
     * @return these options
     */
    public EngineOptions classLoader(ClassLoader from) {
        this.loader = from;
        return this;
    }

    /**
     * Look for dialects and drivers in this module layer and its parents, before a class loader given beside it.
     * Default: none.
     *
     * @param from where to look
     * @return these options
     */
    public EngineOptions moduleLayer(ModuleLayer from) {
        this.layer = from;
        return this;
    }

    /**
     * Allow an option in the URL that is not on the dialect's allow-list, since it may run code, load classes or read
     * files. Only for URLs that no stranger can influence. Default: none.
     *
     * @param name the option's name, case ignored
     * @return these options
     */
    public EngineOptions allowDriverOption(String name) {
        allowedDriverOptions.add(name.toLowerCase(Locale.ROOT));
        return this;
    }

    /**
     * Add a listener from the start, so that it hears of the first connection. Default: none.
     *
     * @param listener what to call
     * @return these options
     */
    public EngineOptions listener(EngineListener listener) {
        listeners.add(listener);
        return this;
    }

    PoolSettings poolSettings(String name) {
        return new PoolSettings(name, poolSize, poolTimeout, recycle, isPrePing);
    }
}
