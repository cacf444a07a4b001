package io.athanor.orm.session;

import io.athanor.orm.identity.EntityKey;
import io.athanor.orm.identity.IdentityMap;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.load.StateLoader;
import io.athanor.orm.mapper.Direction;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.JoinPath;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.orm.mapping.MappingException;
import io.athanor.orm.query.QueryRunner;
import io.athanor.orm.state.ObjectState.Lifecycle;
import io.athanor.sql.schema.Column;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.LabelStyle;
import io.athanor.sql.tree.Logical;
import io.athanor.sql.tree.Orderable;
import io.athanor.sql.tree.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Loads the related objects of one instance when they are used; SQLAlchemy's {@code lazy='select'}. */
final class RelatedLoads {
    private final QueryRunner runner;
    private final IdentityMap identities;

    RelatedLoads(QueryRunner runner, IdentityMap identities) {
        this.runner = runner;
        this.identities = identities;
    }

    private static MappedRelationship relationship(InstanceState state, int index) {
        return Objects.requireNonNull(state.mapper().relationship(index));
    }

    /** What a many-to-one relationship refers to, if it is in the identity map; nothing is loaded. */
    @Nullable Object findReference(InstanceState state, int index) {
        MappedRelationship relationship = relationship(state, index);
        EntityKey key = keyOf(state, relationship, false);
        InstanceState known = key == null ? null : identities.find(key);
        return known == null ? null : known.instance();
    }

    /** The key that a many-to-one relationship refers to; null if there is none, or it is not a key that is referred to. */
    private static @Nullable EntityKey keyOf(InstanceState state, MappedRelationship relationship, boolean isLoading) {
        int[] attributes = relationship.keyAttributes();
        if (attributes == null) {
            return null;
        }
        List<Object> values = new ArrayList<>(attributes.length);
        for (int attribute : attributes) {
            if (isLoading) {
                state.read(attribute);
            } else if (state.isUnloaded(attribute)) {
                return null;
            }
            Object value = state.mapper().get(state.requireInstance(), attribute);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        Object identity = values.size() == 1 ? values.get(0) : List.copyOf(values);
        return new EntityKey(relationship.target(), identity);
    }

    void loadReference(InstanceState state, int index) {
        MappedRelationship relationship = relationship(state, index);
        state.loadedReference(index, reference(state, relationship));
    }

    private @Nullable Object reference(InstanceState state, MappedRelationship relationship) {
        if (relationship.keyAttributes() == null) {
            List<Object> found = load(state, relationship);
            return found.isEmpty() ? null : found.get(0);
        }
        EntityKey key = keyOf(state, relationship, true);
        if (key == null) {
            return null;
        }
        InstanceState known = identities.find(key);
        if (known != null) {
            return known.instance();
        }
        EntityMapper<?> target = relationship.target();
        return only(run(Select.of(target.entity())
                .where(StateLoader.isRowOf(target, key))
                .labelStyle(LabelStyle.TABLE_COLUMN_ONCE)));
    }

    private static @Nullable Object only(List<Object> found) {
        return found.isEmpty() ? null : found.get(0);
    }

    List<Object> load(InstanceState state, MappedRelationship relationship) {
        if (state.lifecycle() == Lifecycle.PENDING) {
            return List.of();
        }
        Bound bound = new Bound(state, relationship);
        JoinPath path = relationship.path();
        List<Expression<Boolean>> conditions = new ArrayList<>();
        conditions.add(path.primary(bound, column -> column));
        Expression<Boolean> onward = path.onward(column -> column, column -> column);
        if (onward != null) {
            conditions.add(onward);
        }
        if (bound.isNull) {
            return List.of();
        }
        Condition all = Logical.and(conditions);
        return run(Select.of(relationship.target().entity())
                .where(all)
                .orderBy(relationship.orderBy().toArray(Orderable[]::new))
                .labelStyle(LabelStyle.TABLE_COLUMN_ONCE));
    }

    private List<Object> run(Select<?> select) {
        return new ArrayList<>(runner.run(select, Map.of(), false).unique().all());
    }

    /** The values of the instance's own columns; with NULL among them nothing can be related. */
    private static final class Bound implements JoinPath.Side {
        private final InstanceState state;
        private final MappedRelationship relationship;
        private boolean isNull;

        Bound(InstanceState state, MappedRelationship relationship) {
            this.state = state;
            this.relationship = relationship;
        }

        @Override
        public Expression<?> apply(Column<?> column) {
            MappedAttribute attribute = state.mapper().attributeOf(column);
            if (attribute == null) {
                throw new MappingException(
                        "Relationship [%s] is loaded by column [%s], which class [%s] does not map; map it to a property"
                                .formatted(
                                        relationship,
                                        column,
                                        state.mapper().type().getSimpleName()));
            }
            state.read(attribute.index());
            Object value = state.mapper().get(state.requireInstance(), attribute.index());
            isNull |= value == null;
            return bind(column, value);
        }

        /** An attribute holds values of its column's own class. */
        @SuppressWarnings("unchecked")
        private static <T> Bind<T> bind(Column<T> column, @Nullable Object value) {
            return new Bind<>(column.name(), (T) value, column.type());
        }
    }

    List<Object> loadMembers(InstanceState state, int index) {
        return load(state, relationship(state, index));
    }

    /** What a relationship to one object held in the database before it was assigned without having been read. */
    static boolean isHeldByOther(MappedRelationship relationship) {
        return !relationship.isToMany() && relationship.direction() == Direction.ONE_TO_MANY;
    }
}
