package io.athanor.orm.flush;

import io.athanor.engine.Connection;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.EntityMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes changes: for each table its updates, then its inserts; then the deletes, last tables first. As in SQLAlchemy. */
public final class Flush {
    private final WritePlans plans;
    private final Connection connection;

    /**
     * Create a flush.
     *
     * @param plans the statements
     * @param connection where to write, in a transaction
     */
    public Flush(WritePlans plans, Connection connection) {
        this.plans = plans;
        this.connection = connection;
    }

    /**
     * Write the changes. What was written is not marked yet, so that after an exception the states are as before.
     *
     * @param changes what to write
     */
    public void run(Changes changes) {
        List<InstanceState> saved = new ArrayList<>(changes.updates());
        saved.addAll(changes.inserts());
        Set<InstanceState> inserts = new LinkedHashSet<>(changes.inserts());
        FlushSorter.byMapper(saved).forEach((mapper, states) -> save(mapper, states, inserts));
        List<Map.Entry<EntityMapper<?>, List<InstanceState>>> deletes =
                new ArrayList<>(FlushSorter.byMapper(changes.deletes()).entrySet());
        Collections.reverse(deletes);
        deletes.forEach(entry -> new EntityWriter(entry.getKey(), plans, connection).delete(entry.getValue()));
    }

    private void save(EntityMapper<?> mapper, List<InstanceState> states, Set<InstanceState> inserts) {
        EntityWriter writer = new EntityWriter(mapper, plans, connection);
        writer.update(states.stream().filter(state -> !inserts.contains(state)).toList());
        writer.insert(states.stream().filter(inserts::contains).toList());
    }
}
