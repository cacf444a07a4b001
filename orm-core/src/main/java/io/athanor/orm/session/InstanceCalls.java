package io.athanor.orm.session;

import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.identity.PersistenceContext;
import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.query.Query;
import io.athanor.orm.query.RelatedQuerySource;
import io.athanor.orm.state.LoadOnAccess;
import io.athanor.orm.state.LoadOnAccess.Reason;
import io.athanor.orm.state.ObjectDeletedException;
import io.athanor.orm.state.ObjectState.Lifecycle;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Assignments;
import io.athanor.sql.tree.Delete;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.Update;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the instances of a session ask of it, each a call that may be refused. */
final class InstanceCalls implements PersistenceContext, RelatedQuerySource {
    private final UnitSession session;
    private final Instances instances;
    private final RelatedLoads related;

    InstanceCalls(UnitSession session) {
        this.session = session;
        this.instances = new Instances(session.registry(), this);
        this.related = new RelatedLoads(session, instances.identities());
    }

    void loadNow(InstanceState state, List<Integer> indexes) {
        session.load(state, indexes);
    }

    Registry registry() {
        return session.registry();
    }

    RelatedLoads related() {
        return related;
    }

    Instances instances() {
        return instances;
    }

    static Optional<Session> sessionOf(Object entity) {
        if (!(entity instanceof Instrumented)) {
            throw new ArgumentException(
                    "Class [%s] is not enhanced, so its instances do not know their session; ask session.contains(…)"
                            .formatted(
                                    entity == null ? "null" : entity.getClass().getName()));
        }
        InstanceState state = InstanceState.of(entity);
        return state != null && state.context() instanceof InstanceCalls calls
                ? Optional.of(calls.session)
                : Optional.empty();
    }

    @Override
    public void load(InstanceState state) {
        try (var call = session.enterUsable();
                var access = LoadOnAccess.begin(state.mapper().type(), null, Reason.EXPIRED)) {
            if (state.lifecycle() == Lifecycle.DELETED || !session.loadUnloaded(state)) {
                throw gone(state);
            }
        }
    }

    @Override
    public void loadDeferred(InstanceState state, int index) {
        try (var call = session.enterUsable();
                var access = begin(state, index, Reason.DEFERRED)) {
            if (!session.load(state, related.deferredWith(state, index))) {
                throw gone(state);
            }
        }
    }

    private static LoadOnAccess begin(InstanceState state, int index, Reason reason) {
        return LoadOnAccess.begin(state.mapper().type(), state.mapper().nameOf(index), reason);
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
        try (var call = session.enterUsable();
                var access = begin(state, index, Reason.TO_ONE)) {
            related.loadReference(state, index);
        }
    }

    @Override
    public List<Object> loadMembers(InstanceState state, int index) {
        try (var call = session.enterUsable();
                var access = begin(state, index, Reason.TO_MANY)) {
            if (related.loadMembersTogether(state, index)) {
                return state.collection(index).snapshot();
            }
            return related.loadMembers(state, index);
        }
    }

    @Override
    public Query<?> relatedQuery(Object owner, int relationship) {
        return ask(owner, relationship, members -> new Query<>(session, members.select()));
    }

    @Override
    public Select<?> relatedSelect(Object owner, int relationship) {
        return ask(owner, relationship, MemberStatements::select);
    }

    @Override
    public <S> Insert relatedInsert(
            Object owner, int relationship, Iterable<? extends S> elements, BiConsumer<Assignments, ? super S> each) {
        return ask(owner, relationship, members -> members.insert(elements, each));
    }

    @Override
    public Update relatedUpdate(Object owner, int relationship) {
        return ask(owner, relationship, MemberStatements::update);
    }

    @Override
    public Delete relatedDelete(Object owner, int relationship) {
        return ask(owner, relationship, MemberStatements::delete);
    }

    /** The values that the object is found by may be generated by a flush. */
    private <R> R ask(Object owner, int relationship, Function<MemberStatements, R> question) {
        try (var call = session.enterUsable()) {
            session.autoflush();
            return question.apply(related.statements(InstanceState.track((Instrumented) owner), relationship));
        }
    }

    @Override
    public void loadForWriting(MappedRelationship relationship, List<InstanceState> states) {
        related.loadForWriting(relationship, states);
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
    public void release(InstanceState state) {
        try (var call = session.enter()) {
            instances.expunge(state.requireInstance());
        }
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
            session.work().begun();
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
