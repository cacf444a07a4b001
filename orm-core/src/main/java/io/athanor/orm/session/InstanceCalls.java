package io.athanor.orm.session;

import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.identity.PersistenceContext;
import io.athanor.orm.state.ObjectDeletedException;
import io.athanor.orm.state.ObjectState.Lifecycle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the instances of a session ask of it, each a call that may be refused. */
final class InstanceCalls implements PersistenceContext {
    private final UnitSession session;
    private final Instances instances;
    private final RelatedLoads related;

    InstanceCalls(UnitSession session) {
        this.session = session;
        this.instances = new Instances(session.registry(), this);
        this.related = new RelatedLoads(session, instances.identities());
    }

    RelatedLoads related() {
        return related;
    }

    Instances instances() {
        return instances;
    }

    @Override
    public void load(InstanceState state) {
        try (var call = session.enterUsable()) {
            if (state.lifecycle() == Lifecycle.DELETED || !session.loadUnloaded(state)) {
                throw gone(state);
            }
        }
    }

    @Override
    public void loadDeferred(InstanceState state, int index) {
        try (var call = session.enterUsable()) {
            if (!session.load(state, List.of(index))) {
                throw gone(state);
            }
        }
    }

    private static ObjectDeletedException gone(InstanceState state) {
        return new ObjectDeletedException(
                "Instance of [%s] has been deleted, or its row is not there any more; expunge it, or roll back"
                        .formatted(state.mapper().type().getSimpleName()));
    }

    @Override
    public void checkUse() {
        try (var call = session.enter()) {
            // that entering is allowed is all that is asked
        }
    }

    @Override
    public void loadReference(InstanceState state, int index) {
        try (var call = session.enterUsable()) {
            related.loadReference(state, index);
        }
    }

    @Override
    public List<Object> loadMembers(InstanceState state, int index) {
        try (var call = session.enterUsable()) {
            if (related.loadMembersTogether(state, index)) {
                return state.collection(index).snapshot();
            }
            return related.loadMembers(state, index);
        }
    }

    @Override
    public @Nullable Object findReference(InstanceState state, int index) {
        return related.findReference(state, index);
    }

    @Override
    public void addRelated(Object entity) {
        try (var call = session.enter()) {
            if (!instances.contains(entity)) {
                instances.add(entity);
            }
        }
    }

    @Override
    public void expungeOrphan(InstanceState state) {
        instances.expungeOrphan(state);
    }

    @Override
    public void noteLoaded(InstanceState state) {
        if (!state.mapper().isInstrumented()) {
            instances.noteLoaded(state);
        }
        if (session.listeners().isLoadHeard()) {
            session.listeners().loaded(state.requireInstance());
        }
    }

    @Override
    public void noteChange(InstanceState state) {
        try (var call = session.enter()) {
            instances.noteChange(state);
        }
    }

    @Override
    public boolean isSetHeard() {
        return session.listeners().isSetHeard();
    }

    @Override
    public @Nullable Object assigned(InstanceState state, int index, @Nullable Object value) {
        return session.listeners()
                .assigned(state.requireInstance(), state.mapper().nameOf(index), value);
    }
}
