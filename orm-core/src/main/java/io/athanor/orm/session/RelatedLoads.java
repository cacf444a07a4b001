package io.athanor.orm.session;

import io.athanor.orm.identity.EntityKey;
import io.athanor.orm.identity.IdentityMap;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.load.ExpiredRows;
import io.athanor.orm.load.LoadContext;
import io.athanor.orm.load.LoadScope;
import io.athanor.orm.load.RelatedSelect;
import io.athanor.orm.load.SelectinLoader;
import io.athanor.orm.load.StatementOrigin;
import io.athanor.orm.mapper.Direction;
import io.athanor.orm.mapper.LoadRule.Style;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.orm.mapping.PropertyMapping.Deferral;
import io.athanor.orm.state.ObjectState.Lifecycle;
import io.athanor.orm.state.RaisedLoadException;
import io.athanor.sql.tree.Select;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Loads the related objects of one instance when they are used; SQLAlchemy's {@code lazy='select'}. */
final class RelatedLoads {
    /** How many instances must lack the same before a statement is made for all of them. */
    static final int MANY = 16;

    private final UnitSession session;
    private final IdentityMap identities;
    private final SessionSettings settings;

    RelatedLoads(UnitSession session, IdentityMap identities) {
        this.session = session;
        this.identities = identities;
        this.settings = session.settings();
    }

    // -- what the statement that loaded the instance has said --------------------------------------------------------

    private static @Nullable LoadScope scope(InstanceState state) {
        return state.origin() instanceof StatementOrigin origin ? origin.scope() : null;
    }

    private static Style style(InstanceState state, MappedRelationship relationship) {
        LoadScope scope = scope(state);
        if (scope != null) {
            return scope.choice(relationship).style();
        }
        return switch (relationship.mapping().lazy()) {
            case RAISE -> Style.RAISE;
            case RAISE_ON_SQL -> Style.RAISE_ON_SQL;
            case NOLOAD -> Style.NOLOAD;
            default -> Style.SELECT;
        };
    }

    private static void refuse(InstanceState state, MappedRelationship relationship) {
        throw new RaisedLoadException(state.mapper().type(), relationship.name(), "raiseLoad");
    }

    /** The columns that are loaded because a deferred one is used: it alone, or its group. */
    List<Integer> deferredWith(InstanceState state, int index) {
        MappedAttribute used = state.mapper().attribute(index);
        Deferral deferral = deferral(state, used);
        if (deferral != null && deferral.isRaising()) {
            throw RaisedLoadException.ofColumn(state.mapper().type(), used.name());
        }
        String group = deferral == null ? null : deferral.group();
        List<Integer> indexes = new ArrayList<>();
        for (MappedAttribute each : state.mapper().columnAttributes()) {
            if (each == used || group != null && state.isDeferred(each.index()) && isOf(group, deferral(state, each))) {
                indexes.add(each.index());
            }
        }
        return indexes;
    }

    private static boolean isOf(String group, @Nullable Deferral deferral) {
        return deferral != null && group.equals(deferral.group());
    }

    private static @Nullable Deferral deferral(InstanceState state, MappedAttribute attribute) {
        LoadScope scope = scope(state);
        return scope == null ? attribute.deferral() : scope.deferral(attribute);
    }

    /** Whether other instances of the same statement lack what this one lacks, and get it with this one. */
    private boolean loadsForSiblings(InstanceState state, MappedRelationship relationship) {
        if (!settings.batchLazyLoads()
                || state.lifecycle() == Lifecycle.PENDING
                || !(state.origin() instanceof StatementOrigin origin)) {
            return false;
        }
        List<InstanceState> owners = new ArrayList<>();
        List<Object> held = new ArrayList<>();
        for (InstanceState sibling : origin.siblings()) {
            Object instance = sibling.instance();
            boolean isLacking = instance != null
                    && sibling.context() == state.context()
                    && sibling.lifecycle() == Lifecycle.PERSISTENT
                    && (sibling == state || !sibling.isRelatedLoaded(relationship.index()));
            if (isLacking) {
                owners.add(sibling);
                held.add(instance);
            }
        }
        if (owners.size() < 2) {
            return false;
        }
        LoadScope scope = origin.scope();
        new SelectinLoader(relationship, scope.choice(relationship).criteria(), scope.descend(relationship))
                .load(owners, session.loading(Select.of(relationship.target().entity())));
        Reference.reachabilityFence(held);
        return state.isRelatedLoaded(relationship.index());
    }

    // -- for writing -------------------------------------------------------------------------------------------------

    /** Load what is to be seen before a deletion, whatever is said about loading it; that of many instances together. */
    void loadForWriting(MappedRelationship relationship, List<InstanceState> states) {
        loadAhead(relationship, states);
        for (InstanceState state : states) {
            if (isLacking(state, relationship)) {
                loadForWriting(relationship, state);
            }
        }
    }

    /** Load a relationship of many instances together; of few, and of those of which something else was said, nothing. */
    void loadAhead(MappedRelationship relationship, List<InstanceState> states) {
        if (states.size() < MANY || relationship.mapping().isDynamic()) {
            return;
        }
        List<InstanceState> alike = states.stream()
                .filter(state -> isLacking(state, relationship) && !hasCriteria(state, relationship))
                .toList();
        if (alike.size() >= MANY) {
            loadTogether(relationship, alike);
        }
    }

    private static boolean isLacking(InstanceState state, MappedRelationship relationship) {
        return state.lifecycle() == Lifecycle.PERSISTENT && !state.isRelatedLoaded(relationship.index());
    }

    private static boolean hasCriteria(InstanceState state, MappedRelationship relationship) {
        LoadScope scope = scope(state);
        return scope != null && !scope.choice(relationship).criteria().isEmpty();
    }

    private void loadForWriting(MappedRelationship relationship, InstanceState state) {
        Style style = style(state, relationship);
        if (style != Style.RAISE && style != Style.RAISE_ON_SQL
                || relationship.mapping().isDynamic()) {
            state.loadRelated(relationship.index());
        } else if (relationship.isToMany()) {
            state.loadedMembers(relationship.index(), load(state, relationship));
        } else {
            state.loadedReference(relationship.index(), reference(state, relationship, Style.SELECT));
        }
    }

    private void loadTogether(MappedRelationship relationship, List<InstanceState> owners) {
        List<Object> held = owners.stream().map(InstanceState::requireInstance).toList();
        List<InstanceState> expired =
                owners.stream().filter(InstanceState::isExpired).toList();
        LoadContext context = session.loading(Select.of(relationship.target().entity()));
        if (expired.size() >= MANY) {
            new ExpiredRows(relationship.owner()).load(expired, context);
        }
        new SelectinLoader(relationship, List.of(), LoadScope.of(relationship.target())).load(owners, context);
        Reference.reachabilityFence(held);
    }

    // -- one instance ------------------------------------------------------------------------------------------------

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

    /** Within a flush, which has not written a changed key yet, or cannot tell, what the rows refer to each other by. */
    private @Nullable Object value(InstanceState state, int attribute) {
        return session.isFlushing() ? state.stored(attribute) : state.mapper().get(state.requireInstance(), attribute);
    }

    /** The key that a many-to-one relationship refers to; null if there is none, or it is not a key that is referred to. */
    private @Nullable EntityKey keyOf(InstanceState state, MappedRelationship relationship, boolean isLoading) {
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
            Object value = value(state, attribute);
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
        Style style = style(state, relationship);
        if (style == Style.RAISE) {
            refuse(state, relationship);
        }
        if (style == Style.NOLOAD) {
            state.loadedReference(index, null);
        } else if (findReference(state, index) != null || !loadsForSiblings(state, relationship)) {
            state.loadedReference(index, reference(state, relationship, style));
        }
    }

    private @Nullable Object reference(InstanceState state, MappedRelationship relationship, Style style) {
        if (relationship.keyAttributes() == null) {
            List<Object> found = load(state, relationship);
            return found.isEmpty() ? null : found.get(0);
        }
        EntityKey key = keyOf(state, relationship, true);
        if (key == null) {
            return null;
        }
        InstanceState known = identities.find(key);
        Object instance = known == null ? null : known.instance();
        if (instance != null) {
            return instance;
        }
        if (style == Style.RAISE_ON_SQL) {
            refuse(state, relationship);
        }
        List<Object> found = load(state, relationship);
        return found.isEmpty() ? null : found.get(0);
    }

    List<Object> load(InstanceState state, MappedRelationship relationship) {
        if (state.lifecycle() == Lifecycle.PENDING && relationship.keyAttributes() == null) {
            return List.of();
        }
        RelatedSelect related =
                session.planner(relationship.target()).related(relationship, scope(state), settings.labels());
        Object[] values = related.values(state, this::value);
        return values == null ? List.of() : session.load(related, values);
    }

    /** Statements about what an object is related to. */
    MemberStatements statements(InstanceState state, int index) {
        return new MemberStatements(state, relationship(state, index), this::value);
    }

    List<Object> loadMembers(InstanceState state, int index) {
        MappedRelationship relationship = relationship(state, index);
        Style style = style(state, relationship);
        if (style == Style.RAISE || style == Style.RAISE_ON_SQL) {
            refuse(state, relationship);
        }
        if (style == Style.NOLOAD) {
            return List.of();
        }
        return load(state, relationship);
    }

    /** Load a collection for an instance and for others that lack it as well. */
    boolean loadMembersTogether(InstanceState state, int index) {
        MappedRelationship relationship = relationship(state, index);
        return style(state, relationship) == Style.SELECT && loadsForSiblings(state, relationship);
    }

    /** What a relationship to one object held in the database before it was assigned without having been read. */
    static boolean isHeldByOther(MappedRelationship relationship) {
        return !relationship.isToMany() && relationship.direction() == Direction.ONE_TO_MANY;
    }
}
