package io.athanor.orm.identity;

import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.instrument.Tracker;
import io.athanor.orm.instrument.TrackerSource;

/** Gives an instance that no session knows a state, so that its relationships can be kept in step with their other sides. */
public final class InstanceTracking implements TrackerSource {
    /** Create a source; called by the service loader. */
    public InstanceTracking() {}

    @Override
    public Tracker track(Instrumented instance) {
        return InstanceState.track(instance);
    }
}
