package io.athanor.engine;

import io.athanor.engine.dialect.Dialect;
import io.athanor.engine.error.UrlException;
import io.athanor.engine.event.EngineEvents;
import io.athanor.engine.event.EngineListener;
import io.athanor.engine.pool.PoolState;
import io.athanor.sql.compile.CompiledStatement;
import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.ReflectSpec;
import io.athanor.sql.schema.SchemaTarget;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Statement;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The way to one database: a dialect, a pool of connections and a cache of compiled statements. Creating one opens nothing;
 * the first connection is opened when the first is asked for. Thread-safe; an application has one per database and closes
 * it at its end.
 *
 * <p>URLs have the form {@code dialect://user:password@host:port/database?option=value}, such as
 * {@code sqlite:///:memory:}, {@code sqlite:///app.db}, {@code sqlite:////var/app.db} and {@code h2:///mem:test}, or are
 * JDBC's, such as {@code jdbc:sqlite::memory:}. No password appears in {@link #toString}, in the log or in exceptions.
 *
 * @since 0.1.0
 */
public final class Engine implements SchemaTarget, AutoCloseable {
    private final String url;
    private final EngineContext context;
    private final ExecutionOptions execution;

    Engine(String url, EngineContext context) {
        this(url, context, context.execution);
    }

    private Engine(String url, EngineContext context, ExecutionOptions execution) {
        this.url = url;
        this.context = context;
        this.execution = execution;
    }

    /**
     * Create an engine with the default options.
     *
     * @param url the database's URL
     * @return the engine
     * @throws UrlException if the URL cannot be read
     * @throws io.athanor.engine.dialect.DialectException if dialect or driver are missing, or a driver option is not allowed
     */
    public static Engine create(String url) {
        return create(url, options -> {});
    }

    /**
     * Create an engine.
     *
     * @param url the database's URL
     * @param options sets what differs from the defaults
     * @return the engine
     * @throws UrlException if the URL cannot be read
     * @throws io.athanor.engine.dialect.DialectException if dialect or driver are missing, or a driver option is not allowed
     */
    public static Engine create(String url, Consumer<? super EngineOptions> options) {
        return EngineBuilder.with(options).build(url);
    }

    /**
     * Create an engine over a data source, which pools by itself or not at all.
     *
     * @param source where connections come from
     * @return the engine
     */
    public static Engine of(DataSource source) {
        return of(source, options -> {});
    }

    /**
     * Create an engine over a data source, which pools by itself or not at all.
     *
     * @param source where connections come from
     * @param options sets what differs from the defaults; without {@link EngineOptions#dialect} the database is asked at
     *     first use
     * @return the engine
     * @throws io.athanor.engine.dialect.DialectException if the dialect that is named is missing
     */
    public static Engine of(DataSource source, Consumer<? super EngineOptions> options) {
        return EngineBuilder.with(options).build(source);
    }

    /**
     * Borrow a connection.
     *
     * @return a connection, to be closed
     * @throws io.athanor.engine.error.DatabaseException if the database cannot be reached
     * @throws io.athanor.engine.error.PoolTimeoutException if all connections are in use for too long
     * @throws io.athanor.engine.error.PoolClosedException if the engine is closed
     */
    public Connection connect() {
        return connect(execution);
    }

    private Connection connect(ExecutionOptions options) {
        return new DatabaseConnection(new ConnectionCore(context, options), options);
    }

    /**
     * Return this engine with other execution options. It shares pool, listeners and statement cache with this one, so
     * closing one closes both; SQLAlchemy's {@code Engine.execution_options}.
     *
     * @param change sets what differs from this engine's
     * @return a view of this engine
     */
    public Engine executionOptions(Consumer<? super ExecutionOptions> change) {
        ExecutionOptions changed = execution.copy();
        change.accept(changed);
        return new Engine(url, context, changed);
    }

    /**
     * Do work in a transaction: committed when the work returns, rolled back when it throws.
     *
     * @param work what to do
     * @param <X> the checked exception it may throw
     * @throws X what the work throws
     */
    public <X extends Exception> void transaction(Work<? super Connection, X> work) throws X {
        inTransaction(connection -> {
            work.run(connection);
            return Boolean.TRUE;
        });
    }

    /**
     * Do work in a transaction and return its value: committed when the work returns, rolled back when it throws.
     *
     * @param work what to do
     * @param <T> what it returns
     * @param <X> the checked exception it may throw
     * @return what the work returned
     * @throws X what the work throws
     */
    public <T extends @Nullable Object, X extends Exception> T inTransaction(Call<T, X> work) throws X {
        return inTransaction(execution, work);
    }

    /**
     * Do work in a transaction, and again from its beginning if it fails for a reason that may have passed.
     *
     * @param retry how often and how long; see {@link Retry}
     * @param work what to do; run once or more, each time with a connection and transaction of its own
     * @param <X> the checked exception it may throw
     * @throws X what the work throws at last
     */
    public <X extends Exception> void transaction(Retry retry, Work<? super Connection, X> work) throws X {
        inTransaction(retry, connection -> {
            work.run(connection);
            return Boolean.TRUE;
        });
    }

    /**
     * Do work in a transaction and return its value; do it again from its beginning if it fails for a reason that may have
     * passed. The last failure is thrown, with those before it suppressed by it.
     *
     * @param retry how often and how long; see {@link Retry}
     * @param work what to do; run once or more, each time with a connection and transaction of its own
     * @param <T> what it returns
     * @param <X> the checked exception it may throw
     * @return what the work returned
     * @throws X what the work throws at last
     */
    public <T extends @Nullable Object, X extends Exception> T inTransaction(Retry retry, Call<T, X> work) throws X {
        return retry.<T, X>call(attempt -> inTransaction(optionsOf(attempt), work));
    }

    /** What failed once by reading before writing takes the lock for writing at once the next time. */
    private ExecutionOptions optionsOf(int attempt) {
        return attempt == 1 ? execution : execution.copy().beginImmediate(true);
    }

    private <T extends @Nullable Object, X extends Exception> T inTransaction(ExecutionOptions options, Call<T, X> work)
            throws X {
        try (Connection connection = connect(options)) {
            T value = work.call(connection);
            connection.commit();
            return value;
        }
    }

    /**
     * Something to do with a connection that yields a value.
     *
     * @param <T> what it returns
     * @param <X> the checked exception it may throw; inferred as unchecked where there is none
     */
    @FunctionalInterface
    public interface Call<T extends @Nullable Object, X extends Exception> {
        /**
         * Do the work.
         *
         * @param connection what to work with
         * @return any value
         * @throws X what the work throws
         */
        T call(Connection connection) throws X;
    }

    /** Create the tables that are missing, in one transaction, looking first at what is there. */
    @Override
    public void createAll(MetaData metadata) {
        transaction(connection -> connection.createAll(metadata));
    }

    /** Drop the tables that are there, in one transaction. */
    @Override
    public void dropAll(MetaData metadata) {
        transaction(connection -> connection.dropAll(metadata));
    }

    /**
     * Read tables into the metadata, in one transaction.
     *
     * @throws NoSuchTableException if a table that was asked for by name does not exist
     */
    @Override
    public void reflect(MetaData metadata, ReflectSpec spec) {
        transaction(connection -> connection.reflect(metadata, spec));
    }

    /**
     * Return the dialect. Over a data source whose dialect is not named, this asks the database.
     *
     * @return the dialect
     */
    public Dialect dialect() {
        return context.dialect();
    }

    /**
     * Return where the database is.
     *
     * @return the URL with every secret masked, or the data source's class
     */
    public String url() {
        return url;
    }

    /**
     * Compile a statement, or find it in the cache.
     *
     * @param statement the statement
     * @return the compiled statement and the values of this one
     * @throws io.athanor.sql.error.CompileException if the database has no way to say it
     */
    public Compilation compile(Statement statement) {
        return context.compilations.compile(statement);
    }

    /**
     * Cut an INSERT of many rows into statements that the database takes; what executes an INSERT by itself does so.
     *
     * @param insert the INSERT
     * @return the statements in the order of the rows; the INSERT itself if it need not be cut
     */
    public List<Insert> portions(Insert insert) {
        return InsertPortions.of(insert, context.dialect());
    }

    /**
     * Compile a statement without the cache, for callers that have their own.
     *
     * @param statement the statement
     * @param key its structure
     * @return the compiled statement
     * @throws io.athanor.sql.error.CompileException if the database has no way to say it
     */
    public CompiledStatement compile(Statement statement, StructureKey key) {
        return context.compilations.compile(statement, key);
    }

    /**
     * Prepare to insert many rows whose keys the database generates. For callers that keep what they get.
     *
     * @param insert an INSERT of one row
     * @param keys the columns whose generated values are wanted; none if there is nothing to be known
     * @return what {@link Connection#insert} takes
     * @throws io.athanor.sql.error.CompileException if the database has no way to say it
     */
    public RowInsert rowInsert(Insert insert, List<? extends NamedColumn<?>> keys) {
        return new RowInsert(context.compilations, context.dialect(), insert, keys);
    }

    /**
     * Return the cache of compiled statements.
     *
     * @return the cache
     */
    public StatementCache statementCache() {
        return context.compilations.cache;
    }

    /**
     * Return the pool's numbers at this moment.
     *
     * @return the state
     */
    public PoolState poolState() {
        return context.pool.state();
    }

    /**
     * Add a listener.
     *
     * @param listener what to call
     * @return closing it removes the listener
     */
    public EngineEvents.Subscription listen(EngineListener listener) {
        return context.events.listen(listener);
    }

    /**
     * Close the pool. From now on no connection is lent; those that other threads hold are waited for, as long as
     * {@link EngineOptions#closeTimeout} says, and those that are held longer are closed when they come back. Does nothing
     * the second time.
     */
    @Override
    public void close() {
        context.pool.close();
    }

    @Override
    public String toString() {
        return "Engine(" + url + ")";
    }
}
