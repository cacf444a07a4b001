package io.athanor.engine;

import io.athanor.engine.dialect.IsolationLevel;
import io.athanor.engine.event.EngineListener;
import io.athanor.engine.pool.PoolFactory;
import io.athanor.engine.pool.PoolSettings;
import io.athanor.sql.compile.CompileRules;
import io.athanor.sql.error.ArgumentException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How an engine behaves. Handed to the function given to {@link Engine#create}, and read when that returns; not
 * thread-safe. Each method returns these options.
 *
 * @since 0.1.0
 */
public final class EngineOptions {
    private static final Duration MIN_TIMEOUT = Duration.ofMillis(250);

    boolean isEcho;
    boolean isHidingParameters;
    boolean isHidingRowValues;
    final ExecutionOptions execution = new ExecutionOptions();
    SqlComments comments = SqlComments.none();

    @Nullable PoolFactory pool;

    CompileRules rules = CompileRules.NONE;

    @Nullable String dialect;

    @Nullable ClassLoader loader;

    @Nullable ModuleLayer layer;

    int statementCacheSize = 500;
    final Set<String> allowedDriverOptions = new HashSet<>();
    final List<EngineListener> listeners = new ArrayList<>();
    private int poolSize = 10;
    private Duration poolTimeout = Duration.ofSeconds(30);
    private Duration connectTimeout = Duration.ofSeconds(30);
    private Duration closeTimeout = Duration.ofSeconds(10);
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
     * Keep messages of drivers that repeat values of rows out of the log and of exceptions: that of a unique key's
     * violation, for one, which names the value. Kind, constraint, SQLState, SQL and parameters stay. Part of
     * {@link #hideParameters}. Default: off.
     *
     * @param on whether to
     * @return these options
     */
    public EngineOptions hideRowValues(boolean on) {
        this.isHidingRowValues = on;
        return this;
    }

    /**
     * Set how statements are executed, unless a connection says otherwise; SQLAlchemy's
     * {@code create_engine(execution_options=…)}.
     *
     * @param set sets what differs from the defaults
     * @return these options
     */
    public EngineOptions executionOptions(Consumer<? super ExecutionOptions> set) {
        set.accept(execution);
        return this;
    }

    /**
     * Set the isolation level of all connections. They are set to it once, when they are opened. Default: the database's.
     *
     * @param level the level; {@link IsolationLevel#AUTOCOMMIT} for no transactions at all
     * @return these options
     */
    public EngineOptions isolationLevel(IsolationLevel level) {
        execution.isolationLevel(level);
        return this;
    }

    /**
     * Write a comment behind each statement's SQL that says where it comes from, in the form of sqlcommenter:
     * {@code /*traceparent='00-…'*}{@code /}. Keys and values are percent-encoded, so that no text of theirs can end the
     * comment. SQL that changes with each execution defeats what databases and drivers keep of statements. Default: none.
     *
     * @param source asked before each execution, on its thread; an empty map for no comment
     * @return these options
     */
    public EngineOptions sqlComments(Supplier<? extends Map<String, String>> source) {
        this.comments = new SqlComments(source);
        return this;
    }

    /**
     * Choose the pool; SQLAlchemy's {@code poolclass}. Default: {@link io.athanor.engine.pool.HikariPool HikariPool}, a
     * {@link io.athanor.engine.pool.SingleConnectionPool SingleConnectionPool} for a database in one connection, and a
     * {@link io.athanor.engine.pool.NullPool NullPool} over a {@code DataSource}.
     *
     * @param factory makes the pool, such as {@code NullPool::new}
     * @return these options
     */
    public EngineOptions pool(PoolFactory factory) {
        this.pool = factory;
        return this;
    }

    /**
     * Set how long the opening of one connection may take, beside what the driver allows for it. Default: 30 seconds.
     *
     * @param limit at least 250 milliseconds
     * @return these options
     * @throws ArgumentException if the time is shorter
     */
    public EngineOptions connectTimeout(Duration limit) {
        if (limit.compareTo(MIN_TIMEOUT) < 0) {
            throw new ArgumentException(
                    "Connect timeout [%s] is shorter than [%s]; wait longer".formatted(limit, MIN_TIMEOUT));
        }
        this.connectTimeout = limit;
        return this;
    }

    /**
     * Set how long {@link Engine#close} waits for connections that other threads hold. Those that are held longer are closed
     * when they come back. Default: 10 seconds.
     *
     * @param limit 0 for no waiting
     * @return these options
     * @throws ArgumentException if the time is negative
     */
    public EngineOptions closeTimeout(Duration limit) {
        if (limit.isNegative()) {
            throw new ArgumentException("Close timeout [%s] is negative; give 0 for no waiting".formatted(limit));
        }
        this.closeTimeout = limit;
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
     * Replace connections of some age instead of lending them once more; SQLAlchemy's {@code pool_recycle}. Set it below the
     * time after which server or network end idle connections. Default: any age is good.
     *
     * @param age more than 0
     * @return these options
     * @throws ArgumentException if the age is not positive
     */
    public EngineOptions recycle(Duration age) {
        if (age.isZero() || age.isNegative()) {
            throw new ArgumentException("Recycle age [%s] is not positive; give more than 0".formatted(age));
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
        return new PoolSettings(name, poolSize, poolTimeout, connectTimeout, closeTimeout, recycle, isPrePing);
    }
}
