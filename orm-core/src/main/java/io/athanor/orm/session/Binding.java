package io.athanor.orm.session;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.orm.flush.WritePlans;
import io.athanor.orm.load.LoadPlanner;
import io.athanor.orm.load.StateLoader;
import io.athanor.orm.mapper.Registry;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An engine with what was planned for it, and how a session gets a connection to it; shared by all sessions of a factory.
 */
record Binding(
        Engine engine,
        LoadPlanner planner,
        WritePlans writePlans,
        StateLoader stateLoader,
        Function<Binding, Enlisted> source) {
    Binding(Engine engine, Registry registry) {
        this(
                engine,
                new LoadPlanner(engine, registry),
                new WritePlans(engine),
                new StateLoader(engine),
                Enlisted::borrow);
    }

    /** Each binding is one of its own. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** The same plans over a connection that is lent for longer than a transaction. */
    Binding joining(Connection connection) {
        return new Binding(engine, planner, writePlans, stateLoader, any -> Enlisted.join(connection));
    }

    Enlisted enlist() {
        return source.apply(this);
    }
}
