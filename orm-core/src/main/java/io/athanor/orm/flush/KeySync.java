package io.athanor.orm.flush;

import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.ColumnPair;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.orm.state.FlushException;
import io.athanor.orm.state.ObjectState.Lifecycle;
import io.athanor.sql.schema.Column;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Brings the values of keys into the columns that refer to them; SQLAlchemy's {@code sync}. */
final class KeySync {
    private final MappedRelationship relationship;

    KeySync(MappedRelationship relationship) {
        this.relationship = relationship;
    }

    private MappedAttribute attribute(EntityMapper<?> mapper, Column<?> column) {
        MappedAttribute attribute = mapper.attributeOf(column);
        if (attribute == null) {
            throw new FlushException(
                    "Relationship [%s] writes column [%s], which class [%s] does not map; map it to a property"
                            .formatted(relationship, column, mapper.type().getSimpleName()));
        }
        return attribute;
    }

    @Nullable Object value(InstanceState source, Column<?> column) {
        int index = attribute(source.mapper(), column).index();
        source.read(index);
        return source.mapper().get(source.requireInstance(), index);
    }

    /** What the database has of a column. */
    @Nullable Object stored(InstanceState source, Column<?> column) {
        int index = attribute(source.mapper(), column).index();
        source.read(index);
        return source.stored(index);
    }

    boolean isUnloaded(InstanceState state, Column<?> column) {
        return state.isUnloaded(attribute(state.mapper(), column).index());
    }

    /** Give an instance the key of the one that it refers to. */
    void populate(InstanceState source, InstanceState destination, List<ColumnPair> pairs) {
        for (ColumnPair pair : pairs) {
            assign(destination, attribute(destination.mapper(), pair.destination()), value(source, pair.source()));
        }
    }

    /** Let an instance refer to nothing. */
    void clear(InstanceState destination, List<ColumnPair> pairs) {
        for (ColumnPair pair : pairs) {
            MappedAttribute attribute = attribute(destination.mapper(), pair.destination());
            boolean isKey = attribute.isKey()
                    && destination.mapper().get(destination.requireInstance(), attribute.index()) != null;
            if (isKey || attribute.fieldType().isPrimitive()) {
                throw new FlushException(
                        "Relationship [%s] would blank out [%s.%s], which is part of the key or cannot be null; delete the instance, or let the relationship cascade DELETE_ORPHAN"
                                .formatted(
                                        relationship,
                                        destination.mapper().type().getSimpleName(),
                                        attribute.name()));
            }
            assign(destination, attribute, null);
        }
    }

    private static void assign(InstanceState state, MappedAttribute attribute, @Nullable Object value) {
        Object present = state.mapper().get(state.requireInstance(), attribute.index());
        boolean isNews = state.isUnloaded(attribute.index()) || !Objects.equals(present, value);
        if (isNews || state.lifecycle() == Lifecycle.PENDING) {
            state.assign(attribute.index(), value);
        }
    }

    /** Whether a key that others refer to has another value than the database has. */
    static boolean isKeyChanged(InstanceState state, List<ColumnPair> pairs) {
        if (state.key() == null) {
            return false;
        }
        for (ColumnPair pair : pairs) {
            MappedAttribute attribute = state.mapper().attributeOf(pair.source());
            if (attribute != null
                    && state.isChanged(attribute.index())
                    && state.netChanges().contains(attribute.index())) {
                return true;
            }
        }
        return false;
    }
}
