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
        InstanceState known = known();
        return known != null && known.isModified();
    }

    @Override
    public boolean expired() {
        InstanceState known = known();
        return known != null && known.isExpired();
    }

    @Override
    public Set<String> unloaded() {
        Set<String> names = new LinkedHashSet<>();
        InstanceState known = known();
        if (known != null) {
            EntityMapper<?> mapper = known.mapper();
            for (int i = 0; i < mapper.slotCount(); i++) {
                boolean isRelationship = mapper.relationship(i) != null;
                if (isRelationship ? !known.isRelatedLoaded(i) : known.isUnloaded(i)) {
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
        InstanceState known = known();
        if (known == null) {
            return new Values<>(List.of(), List.of(), List.of());
        }
        int index = known.mapper().require(attribute.name()).index();
        List<T> present = Collections.unmodifiableList((List<T>) valueOf(known, index));
        if (known.lifecycle() == Lifecycle.PENDING) {
            return new Values<>(present, List.of(), List.of());
        }
        if (!known.isChanged(index)) {
            return new Values<>(List.of(), known.isUnloaded(index) ? List.of() : present, List.of());
        }
        boolean isNet = known.netChanges().contains(index);
        return isNet
                ? new Values<>(present, List.of(), (List<T>) known.oldValue(index))
                : new Values<>(List.of(), present, List.of());
    }

    @Override
    @SuppressWarnings("unchecked") // a relationship to T holds instances of T
    public <T> History<T> history(RelationshipAttribute<? super E, T> relationship) {
        InstanceState known = known();
        if (known == null) {
            return new Values<>(List.of(), List.of(), List.of());
        }
        int index = known.mapper().requireRelationship(relationship.name()).index();
        RelatedHistory history = known.relatedHistory(index);
        return new Values<>((List<T>) history.added(), (List<T>) history.unchanged(), (List<T>) history.removed());
    }

    /** The state of an instance that a session knows, or has known. */
    private @Nullable InstanceState known() {
        return state != null && state.lifecycle() != Lifecycle.TRANSIENT ? state : null;
    }

    /** A list may hold null where the factory methods of lists do not. */
    private static List<@Nullable Object> valueOf(InstanceState state, int index) {
        List<@Nullable Object> one = new ArrayList<>(1);
        one.add(state.mapper().get(state.requireInstance(), index));
        return one;
    }

    private record Values<T>(List<T> added, List<T> unchanged, List<T> removed) implements History<T> {}
}
