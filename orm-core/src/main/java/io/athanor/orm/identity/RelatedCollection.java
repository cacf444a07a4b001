package io.athanor.orm.identity;

import io.athanor.orm.instrument.CollectionAdapter;
import io.athanor.orm.instrument.CollectionOwner;
import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.state.ObjectState.Lifecycle;
import io.athanor.sql.error.ArgumentException;
import java.util.Collection;
import java.util.List;

/** The object behind a tracked collection: hears of every change of it, and has it loaded. */
final class RelatedCollection implements CollectionOwner {
    private final Instrumented owner;
    private final int index;
    private final RelationshipMapping relationship;

    RelatedCollection(Instrumented owner, int index, RelationshipMapping relationship) {
        this.owner = owner;
        this.index = index;
        this.relationship = relationship;
    }

    @Override
    public Instrumented instance() {
        return owner;
    }

    @Override
    public int relationship() {
        return index;
    }

    @Override
    public void load(CollectionAdapter collection) {
        InstanceState state = InstanceState.track(owner);
        if (state.lifecycle() == Lifecycle.TRANSIENT) {
            collection.fill(List.of());
            return;
        }
        state.loadedMembers(index, state.requireContext(index).loadMembers(state, index));
    }

    @Override
    public void check(Collection<?> adding) {
        PersistenceContext context = InstanceState.track(owner).context();
        if (context != null) {
            context.checkUse();
        }
        for (Object member : adding) {
            if (!relationship.target().isInstance(member)) {
                throw new ArgumentException(
                        "Relationship [%s.%s] holds [%s], but was given [%s]; add objects of its class"
                                .formatted(
                                        owner.getClass().getSimpleName(),
                                        relationship.name(),
                                        relationship.target().getName(),
                                        member.getClass().getName()));
            }
        }
    }

    @Override
    public void added(Object member) {
        RelationshipEvents.added(InstanceState.track(owner), index, relationship, member);
    }

    @Override
    public void removed(Object member) {
        RelationshipEvents.removed(InstanceState.track(owner), index, relationship, member);
    }
}
