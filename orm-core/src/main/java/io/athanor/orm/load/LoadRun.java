package io.athanor.orm.load;

import io.athanor.orm.identity.InstanceState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What one execution of a plan has gathered so far. Confined to the thread that reads its rows. */
public final class LoadRun {
    private final Map<RelatedReader, Gathered> gathered = new IdentityHashMap<>();
    private final List<Gathered> inOrder = new ArrayList<>();
    private final Set<InstanceState> met = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<EntityReader, StatementOrigin> origins = new IdentityHashMap<>();

    /** What a reader gathers until the last row. */
    interface Gathered {
        void finish(LoadContext context);
    }

    @SuppressWarnings("unchecked") // each reader gathers in its own way
    <G extends Gathered> G of(RelatedReader reader, Supplier<G> first) {
        Gathered known = gathered.get(reader);
        if (known == null) {
            known = first.get();
            gathered.put(reader, known);
            inOrder.add(known);
        }
        return (G) known;
    }

    /** Whether an instance is met in the rows for the first time. */
    boolean isFirst(InstanceState state) {
        return met.add(state);
    }

    StatementOrigin origin(EntityReader reader, LoadScope scope) {
        return origins.computeIfAbsent(reader, any -> new StatementOrigin(scope));
    }

    /**
     * Put what was gathered into the instances, and load what is loaded after them.
     *
     * @param context that of the run
     */
    public void finish(LoadContext context) {
        for (Gathered each : inOrder) {
            if (each instanceof JoinedReader.Rows) {
                each.finish(context);
            }
        }
        for (Gathered each : inOrder) {
            if (!(each instanceof JoinedReader.Rows)) {
                each.finish(context);
            }
        }
    }
}
