package io.athanor.orm.identity;

import io.athanor.orm.mapper.Attribute;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.RelationshipAttribute;
import io.athanor.orm.state.History;
import io.athanor.orm.state.ObjectState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shows the state of an instance to the application.
 *
 * @param state the state, or {@code null} for an instance that no session has known
 * @param <E> the mapped class
 */
public record StateView<E>(@Nullable InstanceState state) implements ObjectState<E> {
    @Override
    public Lifecycle lifecycle() {
        return state == null ? Lifecycle.TRANSIENT : state.lifecycle();
    }

    @Override
    public boolean modified() {
        return isKnown() && state.isModified();
    }

    @Override
    public Set<String> unloaded() {
        Set<String> names = new LinkedHashSet<>();
        if (isKnown()) {
            EntityMapper<?> mapper = state.mapper();
            for (int i = 0; i < mapper.slotCount(); i++) {
                boolean isRelationship = mapper.relationship(i) != null;
                if (isRelationship ? !state.isRelatedLoaded(i) : state.isUnloaded(i)) {
                    names.add(mapper.nameOf(i));
                }
            }
        }
        return names;
    }

    @Override
    public @Nullable Object identity() {
        EntityKey key = state == null ? null : state.key();
        return key == null ? null : key.identity();
    }

    @Override
    @SuppressWarnings("unchecked") // an attribute of T holds values of T
    public <T> History<T> history(Attribute<? super E, T> attribute) {
        if (!isKnown()) {
            return new Values<>(List.of(), List.of(), List.of());
        }
        int index = state.mapper().require(attribute.name()).index();
        List<T> present = Collections.unmodifiableList((List<T>) valueOf(state, index));
        if (state.lifecycle() == Lifecycle.PENDING) {
            return new Values<>(present, List.of(), List.of());
        }
        if (!state.isChanged(index)) {
            return new Values<>(List.of(), state.isUnloaded(index) ? List.of() : present, List.of());
        }
        boolean isNet = state.netChanges().contains(index);
        return isNet
                ? new Values<>(present, List.of(), (List<T>) state.oldValue(index))
                : new Values<>(List.of(), present, List.of());
    }

    @Override
    @SuppressWarnings("unchecked") // a relationship to T holds instances of T
    public <T> History<T> history(RelationshipAttribute<? super E, T> relationship) {
        if (!isKnown()) {
            return new Values<>(List.of(), List.of(), List.of());
        }
        int index = state.mapper().requireRelationship(relationship.name()).index();
        RelatedHistory history = state.relatedHistory(index);
        return new Values<>((List<T>) history.added(), (List<T>) history.unchanged(), (List<T>) history.removed());
    }

    /** Whether a session knows the instance, or has known it. */
    private boolean isKnown() {
        return state != null && state.lifecycle() != Lifecycle.TRANSIENT;
    }

    /** A list may hold null where the factory methods of lists do not. */
    private static List<@Nullable Object> valueOf(InstanceState state, int index) {
        List<@Nullable Object> one = new ArrayList<>(1);
        one.add(state.mapper().get(state.requireInstance(), index));
        return one;
    }

    private record Values<T>(List<T> added, List<T> unchanged, List<T> removed) implements History<T> {}
}
