package io.athanor.orm.load;

import io.athanor.orm.identity.IdentityMap;
import io.athanor.orm.identity.InstanceState;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one execution of a plan has gathered so far. Confined to the thread that reads its rows. */
public final class LoadRun {
    /** Made when there is something to gather: most statements of a session read one row and nothing beside it. */
    private @Nullable Map<RelatedReader, Gathered> gathered;

    private final List<Gathered> inOrder = new ArrayList<>(0);
    private @Nullable Map<EntityReader, StatementOrigin> origins;
    private final int number;

    /**
     * Begin to gather.
     *
     * @param identities the instances that the rows may meet
     */
    public LoadRun(IdentityMap identities) {
        number = identities.nextRun();
    }

    /** What a reader gathers until the last row. */
    interface Gathered {
        void finish(LoadContext context);
    }

    @SuppressWarnings("unchecked") // each reader gathers in its own way
    <G extends Gathered> G of(RelatedReader reader, Supplier<G> first) {
        if (gathered == null) {
            gathered = new IdentityHashMap<>();
        }
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
        return state.isFirstIn(number);
    }

    StatementOrigin origin(EntityReader reader, LoadScope scope) {
        if (origins == null) {
            origins = new IdentityHashMap<>();
        }
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
