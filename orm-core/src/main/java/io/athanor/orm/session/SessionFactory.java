package io.athanor.orm.session;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.Retry;
import io.athanor.engine.Work;
import io.athanor.orm.mapper.Registry;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Opens sessions; SQLAlchemy's {@code sessionmaker}. Made once for an application. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SessionFactory {
    private final Registry registry;
    private final SessionSettings settings;
    private final Listeners listeners = new Listeners();
    private volatile @Nullable Binding binding;

    private SessionFactory(Registry registry, SessionSettings settings) {
        this.registry = registry;
        this.settings = settings;
    }

    /**
     * Create a factory.
     *
     * @param engine the database
     * @param registry the mapped classes
     * @return the factory
     */
    public static SessionFactory of(Engine engine, Registry registry) {
        return of(engine, registry, options -> {});
    }

    /**
     * Create a factory.
     *
     * @param engine the database
     * @param registry the mapped classes
     * @param options states how its sessions behave
     * @return the factory
     */
    public static SessionFactory of(Engine engine, Registry registry, Consumer<SessionOptions> options) {
        return of(registry, options).configure(engine);
    }

    /**
     * Create a factory whose engine is given later, by {@link #configure}.
     *
     * @param registry the mapped classes
     * @return the factory
     */
    public static SessionFactory of(Registry registry) {
        return of(registry, options -> {});
    }

    /**
     * Create a factory whose engine is given later, by {@link #configure}.
     *
     * @param registry the mapped classes
     * @param options states how its sessions behave
     * @return the factory
     */
    public static SessionFactory of(Registry registry, Consumer<SessionOptions> options) {
        return new SessionFactory(registry, SessionSettings.of(options));
    }

    /**
     * Give the factory its engine; sessions opened from now on use it.
     *
     * @param engine the database
     * @return this
     */
    public SessionFactory configure(Engine engine) {
        binding = new Binding(engine, registry);
        return this;
    }

    /**
     * Return a factory whose sessions work within the transaction of one connection, as SQLAlchemy's do with
     * {@code join_transaction_mode="create_savepoint"}: a session begins with a savepoint, its commit releases it and its
     * rollback goes back to it. What they have done is committed or undone by whoever owns the connection. For tests that
     * leave nothing behind, and for work that spans sessions and plain SQL. Its sessions are used one after another, on
     * the thread of the connection.
     *
     * @param connection a connection of this factory's engine; it stays the caller's, who closes it
     * @return another factory with the same mapped classes and options
     * @throws UnboundSessionException if this factory has no engine yet
     */
    public SessionFactory joining(Connection connection) {
        SessionFactory joined = new SessionFactory(registry, settings);
        joined.binding = requireBinding().joining(connection);
        return joined;
    }

    /**
     * Return the engine.
     *
     * @return what {@link #configure} was given
     * @throws UnboundSessionException if it has not been called yet
     */
    public Engine engine() {
        return requireBinding().engine();
    }

    private Binding requireBinding() {
        Binding bound = binding;
        if (bound == null) {
            throw new UnboundSessionException("The factory has no engine; call configure(engine) on it first");
        }
        return bound;
    }

    /**
     * Open a session. Nothing is taken from the pool before it is first used.
     *
     * @return the session, to be closed
     */
    public Session open() {
        return new OpenSession(registry, settings, listeners, binding);
    }

    /**
     * Listen to what the sessions of this factory do, those that are open already included.
     *
     * @return where to subscribe
     */
    public SessionEvents events() {
        return listeners;
    }

    /**
     * Do something in a session of its own and commit; roll back if it throws.
     *
     * @param work what to do
     * @param <X> what it may throw
     * @throws X what it throws
     */
    public <X extends Exception> void transaction(Work<? super Session, X> work) throws X {
        this.<Boolean, X>inTransaction(session -> {
            work.run(session);
            return Boolean.TRUE;
        });
    }

    /**
     * Do something in a session of its own and commit; do it again from its beginning, in another session, if it fails for a
     * reason that may have passed.
     *
     * @param retry how often and how long
     * @param work what to do; run once or more
     * @param <X> what it may throw
     * @throws X what it throws at last; what it threw before is suppressed by it
     */
    public <X extends Exception> void transaction(Retry retry, Work<? super Session, X> work) throws X {
        retry.<Boolean, X>call(attempt -> {
            transaction(work);
            return Boolean.TRUE;
        });
    }

    /**
     * Do something in a session of its own, commit and return what it yields; do it again from its beginning, in another
     * session, if it fails for a reason that may have passed.
     *
     * @param retry how often and how long
     * @param work what to do; run once or more
     * @param <T> what it yields
     * @param <X> what it may throw
     * @return what it yields
     * @throws X what it throws at last; what it threw before is suppressed by it
     */
    public <T extends @Nullable Object, X extends Exception> T inTransaction(Retry retry, Call<T, X> work) throws X {
        return retry.<T, X>call(attempt -> inTransaction(work));
    }

    /**
     * Do something in a session of its own, commit and return what it yields; roll back if it throws.
     *
     * @param work what to do
     * @param <T> what it yields
     * @param <X> what it may throw
     * @return what it yields
     * @throws X what it throws
     */
    public <T extends @Nullable Object, X extends Exception> T inTransaction(Call<T, X> work) throws X {
        try (Session session = open()) {
            T value = work.call(session);
            session.commit();
            return value;
        }
    }

    @Override
    public String toString() {
        Binding bound = binding;
        return "SessionFactory(autoflush=%s, expireOnCommit=%s, engine=%s)"
                .formatted(settings.autoflush(), settings.expireOnCommit(), bound == null ? "none" : bound.engine());
    }

    /**
     * What is done in a session and yields a value.
     *
     * @param <T> what it yields
     * @param <X> what it may throw
     * @since 0.1.0
     */
    @FunctionalInterface
    public interface Call<T extends @Nullable Object, X extends Exception> {
        /**
         * Do it.
         *
         * @param session the session
         * @return what it yields
         * @throws X what it throws
         */
        T call(Session session) throws X;
    }
}
