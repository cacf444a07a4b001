package io.athanor.orm.identity;

import io.athanor.orm.instrument.CollectionAdapter;
import io.athanor.orm.instrument.CollectionChange;
import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.state.ObjectState.Lifecycle;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What follows in memory from a change of a relationship: the other side is kept in step, the session takes in what was
 * related to one of its objects, and an object that was let go knows that it is an orphan. Loads nothing.
 */
final class RelationshipEvents {
    private RelationshipEvents() {}

    // -- what the application does -----------------------------------------------------------------------------------

    /** A field is assigned; returns what it is to hold. */
    static @Nullable Object assign(
            InstanceState state, int index, RelationshipMapping relationship, @Nullable Object value) {
        if (state.context() != null) {
            state.context().checkUse();
        }
        if (relationship.isToMany()) {
            return assignCollection(state, index, relationship, value);
        }
        Object old = state.known(index);
        if (old == value) {
            return value;
        }
        state.replace(index, old, value);
        if (value != null) {
            related(state, relationship, value);
        }
        if (old != null && !InstanceState.isNotLoaded(old)) {
            parted(state, relationship, old);
        }
        return value;
    }

    private static Object assignCollection(
            InstanceState state, int index, RelationshipMapping relationship, @Nullable Object value) {
        CollectionAdapter current = state.collection(index);
        if (value == current.view()) {
            return current.view();
        }
        current.load();
        List<Object> members = relationship.shape().members(value);
        List<Object> before = current.snapshot();
        if (before.isEmpty() && members.isEmpty() && !isOrdered(value)) {
            return current.view();
        }
        Instrumented owner = (Instrumented) state.requireInstance();
        CollectionAdapter fresh = relationship.shape().adapt(value, new RelatedCollection(owner, index, relationship));
        current.release();
        owner.$orm$set(index, fresh.view());
        CollectionChange change = CollectionChange.between(before, members);
        change.added().forEach(member -> added(state, index, relationship, member));
        change.removed().forEach(member -> removed(state, index, relationship, member));
        return fresh.view();
    }

    /** An order of its own is worth keeping even without members. */
    private static boolean isOrdered(@Nullable Object collection) {
        return collection instanceof SortedSet<?> || collection instanceof SortedMap<?, ?>;
    }

    /** An object has become a member of a collection. */
    static void added(InstanceState state, int index, RelationshipMapping relationship, Object member) {
        if (!relationship.isViewOnly()) {
            state.noteMember(index, member, true);
        }
        related(state, relationship, member);
    }

    /** An object is no member of a collection any more. */
    static void removed(InstanceState state, int index, RelationshipMapping relationship, Object member) {
        if (!relationship.isViewOnly()) {
            state.noteMember(index, member, false);
        }
        parted(state, relationship, member);
    }

    /** An object was related before the relationship was known as one. */
    static void taken(InstanceState state, RelationshipMapping relationship, @Nullable Object value) {
        if (value != null) {
            related(state, relationship, value);
        }
    }

    private static void related(InstanceState state, RelationshipMapping relationship, Object member) {
        if (relationship.isViewOnly()) {
            return;
        }
        gain(state, relationship, member);
        String back = relationship.backPopulates();
        if (back != null) {
            include(member, back, state.requireInstance());
        }
        if (relationship.cascades(Cascade.SAVE_UPDATE) && state.context() != null) {
            state.context().addRelated(member);
        }
    }

    private static void parted(InstanceState state, RelationshipMapping relationship, Object member) {
        if (relationship.isViewOnly()) {
            return;
        }
        String back = relationship.backPopulates();
        if (back != null) {
            exclude(member, back, state.requireInstance());
        }
        lose(state, relationship, member);
    }

    // -- the other side ----------------------------------------------------------------------------------------------

    private static void include(Object object, String name, Object member) {
        InstanceState state = InstanceState.track((Instrumented) object);
        int index = state.relationshipIndex(name);
        RelationshipMapping relationship = index < 0 ? null : state.relationship(index);
        if (relationship == null || relationship.isViewOnly()) {
            return;
        }
        if (relationship.isToMany()) {
            CollectionAdapter collection = state.collection(index);
            boolean isNews = !collection.holds(member) && collection.put(member);
            if (isNews) {
                state.noteMember(index, member, true);
                gain(state, relationship, member);
            }
            return;
        }
        Object old = state.known(index);
        if (old == member) {
            return;
        }
        state.replace(index, old, member);
        gain(state, relationship, member);
        if (old != null && !InstanceState.isNotLoaded(old)) {
            parted(state, relationship, old);
        }
    }

    private static void exclude(Object object, String name, Object member) {
        InstanceState state = InstanceState.track((Instrumented) object);
        int index = state.relationshipIndex(name);
        RelationshipMapping relationship = index < 0 ? null : state.relationship(index);
        if (relationship == null || relationship.isViewOnly()) {
            return;
        }
        if (relationship.isToMany()) {
            CollectionAdapter collection = state.collection(index);
            boolean isNews = collection.take(member);
            if (isNews) {
                state.noteMember(index, member, false);
                lose(state, relationship, member);
            }
            return;
        }
        Object old = state.known(index);
        if (old == member || InstanceState.isNotLoaded(old)) {
            state.replace(index, old, null);
            lose(state, relationship, member);
        }
    }

    // -- orphans -----------------------------------------------------------------------------------------------------

    private static void gain(InstanceState parent, RelationshipMapping relationship, Object member) {
        if (relationship.cascades(Cascade.DELETE_ORPHAN)) {
            InstanceState.track((Instrumented) member).kinship().gain(relationship, parent);
        }
    }

    private static void lose(InstanceState parent, RelationshipMapping relationship, Object member) {
        if (!relationship.cascades(Cascade.DELETE_ORPHAN)) {
            return;
        }
        InstanceState state = InstanceState.track((Instrumented) member);
        state.kinship().lose(relationship, parent);
        if (!state.isOrphan()) {
            return;
        }
        PersistenceContext context = parent.context();
        if (context != null && state.context() == context && state.lifecycle() == Lifecycle.PENDING) {
            context.expungeOrphan(state);
        } else {
            state.kinship().loseOutside();
        }
    }
}
