package io.athanor.orm.session;

import io.athanor.engine.InvalidRequestException;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.load.PlannedSelect;
import io.athanor.orm.load.StatementOrigin;
import io.athanor.orm.mapper.Attribute;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.EntityRef;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.orm.mapper.RelationshipAttribute;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.ForUpdate;
import io.athanor.sql.tree.StatementOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Has what instances hold loaded anew, now or when it is read. */
final class Refreshing {
    private final UnitSession session;
    private final Instances instances;

    Refreshing(UnitSession session, Instances instances) {
        this.session = session;
        this.instances = instances;
    }

    // -- later -------------------------------------------------------------------------------------------------------

    void expire(Object entity) {
        instances.expireWithRelated(instances.requirePersistent(entity));
    }

    void expire(Object entity, List<Attribute<?, ?>> only) {
        InstanceState state = instances.requirePersistent(entity);
        indexes(state.mapper(), only).forEach(state::expire);
    }

    void expireRelated(Object entity, List<RelationshipAttribute<?, ?>> only) {
        InstanceState state = instances.requirePersistent(entity);
        relationships(state.mapper(), only).forEach(state::expire);
    }

    // -- now ---------------------------------------------------------------------------------------------------------

    /**
     * Load a whole instance as a query would load it, eager relationships and all. What is about to be overwritten is not
     * written first, as in SQLAlchemy.
     */
    void refresh(Object entity, @Nullable ForUpdate lock) {
        InstanceState state = instances.requirePersistent(entity);
        instances.expireWithRelated(state);
        EntityMapper<?> mapper = state.mapper();
        StatementOption[] options = state.origin() instanceof StatementOrigin origin
                ? new StatementOption[] {origin.scope().continued()}
                : new StatementOption[0];
        PlannedSelect planned =
                session.planner(mapper).byKey(mapper, session.settings().labels(), lock, options);
        Object[] key = mapper.keyValues(Objects.requireNonNull(state.identity()));
        requireRow(entity, !session.load(mapper, planned, key, false).isEmpty());
    }

    void refresh(Object entity, List<Attribute<?, ?>> only, @Nullable ForUpdate lock) {
        InstanceState state = instances.requirePersistent(entity);
        List<Integer> indexes = indexes(state.mapper(), only);
        indexes.forEach(state::expire);
        session.autoflush();
        requireRow(entity, session.load(state, indexes, lock));
    }

    void refreshRelated(Object entity, List<RelationshipAttribute<?, ?>> only) {
        InstanceState state = instances.requirePersistent(entity);
        List<Integer> indexes = relationships(state.mapper(), only);
        indexes.forEach(state::expire);
        session.autoflush();
        List<Integer> key = Arrays.stream(state.mapper().keyIndexes()).boxed().toList();
        requireRow(entity, session.load(state, key));
        indexes.forEach(state::loadRelated);
    }

    private static void requireRow(Object entity, boolean isThere) {
        if (!isThere) {
            throw new InvalidRequestException("Instance of [%s] could not be refreshed: its row is gone; expunge it"
                    .formatted(entity.getClass().getSimpleName()));
        }
    }

    /** Load what a clean instance lacks; return whether there is a row. */
    boolean loadUnloaded(InstanceState state) {
        List<Integer> indexes = new ArrayList<>();
        for (MappedAttribute attribute : state.mapper().columnAttributes()) {
            if (state.isUnloaded(attribute.index()) && !state.isDeferred(attribute.index())) {
                indexes.add(attribute.index());
            }
        }
        boolean isThere = indexes.isEmpty() || session.load(state, indexes);
        if (isThere) {
            state.completeLoad();
        }
        return isThere;
    }

    // -- which -------------------------------------------------------------------------------------------------------

    private static List<Integer> indexes(EntityMapper<?> mapper, List<Attribute<?, ?>> only) {
        List<Integer> indexes = new ArrayList<>();
        for (Attribute<?, ?> attribute : only) {
            requireOwn(mapper, attribute.owner(), attribute);
            indexes.add(mapper.require(attribute.name()).index());
        }
        return indexes;
    }

    private static List<Integer> relationships(EntityMapper<?> mapper, List<RelationshipAttribute<?, ?>> only) {
        List<Integer> indexes = new ArrayList<>();
        for (RelationshipAttribute<?, ?> relationship : only) {
            requireOwn(mapper, relationship.owner(), relationship);
            indexes.add(mapper.requireRelationship(relationship.name()).index());
        }
        return indexes;
    }

    private static void requireOwn(EntityMapper<?> mapper, EntityRef<?> owner, Object attribute) {
        if (!owner.type().isAssignableFrom(mapper.type())) {
            throw new ArgumentException(
                    "Attribute [%s] is not one of class [%s]; name attributes of the instance's own class"
                            .formatted(attribute, mapper.type().getSimpleName()));
        }
    }
}
