package io.athanor.orm.load;

import io.athanor.engine.RowCursor;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.sql.error.ArgumentException;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an instance of a row, or finds the one that the identity map has; SQLAlchemy's instance processor. */
final class EntityReader implements ValueReader {
    private final EntityMapper<?> mapper;
    private final int[] keyColumns;
    private final AttributeReader[] attributes;
    /** The attributes that the rows do not have; none unless somebody else wrote the statement. */
    private final int[] missing;

    private final int[] deferred;
    private final RelatedReader[] related;
    private final LoadScope scope;

    /** The columns of the result, one per attribute, in the order of the attributes; -1 where there is none. */
    EntityReader(LoadScope scope, int[] columns, List<Integer> deferred, List<RelatedReader> related) {
        this.scope = scope.forLater();
        this.mapper = scope.mapper();
        this.deferred = deferred.stream().mapToInt(Integer::intValue).toArray();
        this.related = related.toArray(RelatedReader[]::new);
        int[] keyIndexes = mapper.keyIndexes();
        this.keyColumns = new int[keyIndexes.length];
        for (int i = 0; i < keyIndexes.length; i++) {
            keyColumns[i] = columns[mapper.attribute(keyIndexes[i]).position()];
        }
        List<AttributeReader> present = new ArrayList<>();
        List<Integer> absent = new ArrayList<>();
        for (MappedAttribute attribute : mapper.columnAttributes()) {
            int column = columns[attribute.position()];
            if (column < 0 && !deferred.contains(attribute.index())) {
                requireOptional(attribute);
                absent.add(attribute.index());
            } else if (column >= 0) {
                present.add(new AttributeReader(mapper, attribute, column));
            }
        }
        this.attributes = present.toArray(AttributeReader[]::new);
        this.missing = absent.stream().mapToInt(Integer::intValue).toArray();
    }

    private void requireOptional(MappedAttribute attribute) {
        if (attribute.isKey()) {
            throw new ArgumentException(
                    "The statement yields no column for the key [%s.%s]; have it yield all of the key"
                            .formatted(mapper.type().getSimpleName(), attribute.name()));
        }
    }

    @Override
    public @Nullable Object read(RowCursor cursor, LoadContext context) {
        Object identity = identity(cursor);
        if (identity == null) {
            return null;
        }
        InstanceState known = context.identities().find(mapper, identity);
        // Held from here on, since the state does not.
        Object instance = known == null ? null : known.instance();
        InstanceState state;
        if (known == null || instance == null) {
            instance = mapper.newInstance();
            state = create(instance, identity, cursor, context);
        } else {
            state = known;
            if (context.run().isFirst(known)) {
                update(known, cursor, context);
            }
        }
        for (RelatedReader each : related) {
            each.read(state, cursor, context);
        }
        Reference.reachabilityFence(instance);
        return instance;
    }

    /** A row whose whole key is NULL is no row of this entity: an outer join has found none. */
    private @Nullable Object identity(RowCursor cursor) {
        if (keyColumns.length == 1) {
            return cursor.get(keyColumns[0]);
        }
        List<Object> values = new ArrayList<>(keyColumns.length);
        for (int column : keyColumns) {
            Object value = cursor.get(column);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values;
    }

    private InstanceState create(Object instance, Object identity, RowCursor cursor, LoadContext context) {
        for (AttributeReader attribute : attributes) {
            attribute.readInto(instance, cursor);
        }
        InstanceState state = InstanceState.ofRow(instance, mapper, identity, context.persistence());
        for (int index : missing) {
            state.expire(index);
        }
        for (int index : deferred) {
            state.defer(index);
        }
        context.run().isFirst(state);
        remember(state, context);
        context.identities().add(state);
        context.persistence().noteLoaded(state);
        return state;
    }

    private void remember(InstanceState state, LoadContext context) {
        if (scope.isStated() || context.statement().isRememberingSiblings()) {
            StatementOrigin origin = context.run().origin(this, scope);
            origin.add(state);
            state.cameFrom(origin);
        }
    }

    /** What is loaded, changed or not, is left alone unless it was asked to be overwritten. */
    private void update(InstanceState state, RowCursor cursor, LoadContext context) {
        Object instance = state.requireInstance();
        boolean isOverwriting = context.isPopulatingExisting();
        if (isOverwriting) {
            mapper.relationships().forEach(relationship -> state.expire(relationship.index()));
            remember(state, context);
        } else if (!state.hasUnloaded()) {
            return;
        }
        for (AttributeReader attribute : attributes) {
            if (isOverwriting || state.isUnloaded(attribute.index())) {
                attribute.readInto(instance, cursor);
                state.markLoaded(attribute.index());
            }
        }
        if (isOverwriting) {
            state.markClean();
        } else if (missing.length == 0 && deferred.length == 0) {
            state.completeLoad();
        }
    }
}
