package io.athanor.orm.session;

import io.athanor.engine.Engine;
import io.athanor.orm.flush.WritePlans;
import io.athanor.orm.load.LoadPlanner;
import io.athanor.orm.load.StateLoader;
import io.athanor.orm.mapper.Registry;

/** An engine with what was planned for it; shared by all sessions of a factory. */
record Binding(Engine engine, LoadPlanner planner, WritePlans writePlans, StateLoader stateLoader) {
    Binding(Engine engine, Registry registry) {
        this(engine, new LoadPlanner(engine, registry), new WritePlans(engine), new StateLoader(engine));
    }
}
