package io.athanor.orm.load;

import io.athanor.orm.identity.EntityKey;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.ColumnPair;
import io.athanor.orm.mapper.Direction;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.JoinPath;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.sql.schema.Column;
import io.athanor.sql.tree.Alias;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FromClause;
import io.athanor.sql.tree.Join;
import io.athanor.sql.tree.JoinKind;
import io.athanor.sql.tree.Orderable;
import io.athanor.sql.tree.Row;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.Selectable;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Loads a relationship of many owners by SELECTs with IN, each for as many owners as the dialect finds best. As SQLAlchemy 2.1 it leaves the owners' table out
 * where the related rows, or the owners, hold the key themselves. Immutable.
 */
public final class SelectinLoader {
    private final MappedRelationship relationship;
    private final List<Expression<Boolean>> criteria;
    private final LoadScope below;

    /**
     * Create a loader.
     *
     * @param relationship what is loaded
     * @param criteria which of the related objects
     * @param below what is loaded along with them
     */
    public SelectinLoader(MappedRelationship relationship, List<Expression<Boolean>> criteria, LoadScope below) {
        this.relationship = relationship;
        this.criteria = List.copyOf(criteria);
        this.below = below;
    }

    /** What the related rows are found by: columns of the statement, and attributes of the owner with the same values. */
    private record Link(List<Expression<?>> columns, List<MappedAttribute> attributes) {}

    /**
     * Load for owners that do not have the relationship yet.
     *
     * @param owners their states
     * @param context where they are
     */
    public void load(List<InstanceState> owners, LoadContext context) {
        int @Nullable [] keys = relationship.keyAttributes();
        if (keys != null && criteria.isEmpty()) {
            loadReferences(owners, keys, context);
            return;
        }
        Alias ownerAlias = new Alias(relationship.owner().table(), null);
        boolean isDirect = isDirect();
        Link link = isDirect ? direct() : throughOwner(ownerAlias);
        Map<Object, List<InstanceState>> byKey = byKey(owners, link.attributes());
        List<Object> all = new ArrayList<>(byKey.keySet());
        int most = context.statement().runner().keysAtOnce();
        for (int from = 0; from < all.size(); from += most) {
            List<Object> portion = all.subList(from, Math.min(all.size(), from + most));
            Select<Row> select = select(link, portion);
            distribute(
                    context.statement().runner().run(isDirect ? select : select.from(joined(ownerAlias)), Map.of()),
                    portion,
                    byKey);
        }
    }

    /** The related rows refer to the owner by one column. */
    private boolean isDirect() {
        JoinPath path = relationship.path();
        return relationship.direction() == Direction.ONE_TO_MANY
                && relationship.mapping().primaryJoin() == null
                && path.pairs().size() == 1
                && relationship.owner().attributeOf(path.pairs().get(0).source()) != null;
    }

    private Link direct() {
        ColumnPair pair = relationship.path().pairs().get(0);
        return new Link(
                List.of(pair.destination()),
                List.of(Objects.requireNonNull(relationship.owner().attributeOf(pair.source()))));
    }

    private Link throughOwner(Alias owner) {
        List<Expression<?>> columns = new ArrayList<>();
        List<MappedAttribute> attributes = new ArrayList<>();
        for (int key : relationship.owner().keyIndexes()) {
            MappedAttribute attribute = relationship.owner().attribute(key);
            attributes.add(attribute);
            columns.add(owner.column(attribute.column()));
        }
        return new Link(columns, attributes);
    }

    private FromClause joined(Alias owner) {
        JoinPath path = relationship.path();
        FromClause target = relationship.target().table();
        if (path.secondary() == null) {
            return new Join(owner, target, path.primary(owner::column, column -> column), JoinKind.INNER);
        }
        Alias between = new Alias(path.secondary(), null);
        Join first = new Join(owner, between, path.primary(owner::column, between::column), JoinKind.INNER);
        Expression<Boolean> onward = Objects.requireNonNull(path.onward(column -> column, between::column));
        return new Join(first, target, onward, JoinKind.INNER);
    }

    private static Map<Object, List<InstanceState>> byKey(
            List<InstanceState> owners, List<MappedAttribute> attributes) {
        Map<Object, List<InstanceState>> byKey = new LinkedHashMap<>();
        for (InstanceState owner : owners) {
            List<Object> values = values(owner, attributes);
            if (values.size() == attributes.size()) {
                Object key = values.size() == 1 ? values.get(0) : values;
                byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(owner);
            }
        }
        return byKey;
    }

    /** The values of attributes, without nulls. */
    private static List<Object> values(InstanceState owner, List<MappedAttribute> attributes) {
        List<Object> values = new ArrayList<>(attributes.size());
        for (MappedAttribute attribute : attributes) {
            owner.read(attribute.index());
            Object value = owner.mapper().get(owner.requireInstance(), attribute.index());
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private Select<Row> select(Link link, List<Object> keys) {
        List<Selectable<?>> selected = new ArrayList<>(link.columns());
        selected.add(relationship.target().entity());
        Select<Row> select = Select.rows(selected).where(KeyCondition.in(link.columns(), keys));
        return with(select);
    }

    private <T> Select<T> with(Select<T> select) {
        Select<T> complete = select;
        for (Expression<Boolean> condition : criteria) {
            complete = complete.where(condition);
        }
        return complete.orderBy(relationship.orderBy().toArray(Orderable[]::new))
                .options(below.continued());
    }

    private void distribute(List<Row> rows, List<Object> keys, Map<Object, List<InstanceState>> byKey) {
        Map<Object, List<Object>> found = new LinkedHashMap<>();
        for (Row row : rows) {
            int last = row.keys().size() - 1;
            List<Object> values = new ArrayList<>(last);
            for (int i = 0; i < last; i++) {
                values.add(Objects.requireNonNull(row.get(i)));
            }
            Object key = last == 1 ? values.get(0) : values;
            found.computeIfAbsent(key, any -> new ArrayList<>()).add(Objects.requireNonNull(row.get(last)));
        }
        for (Object key : keys) {
            List<Object> members = found.getOrDefault(key, List.of());
            byKey.getOrDefault(key, List.of()).forEach(owner -> store(owner, members));
        }
    }

    private void store(InstanceState owner, List<Object> members) {
        int index = relationship.index();
        if (relationship.isToMany()) {
            owner.loadedMembers(index, members);
        } else {
            owner.loadedReference(index, members.isEmpty() ? null : members.get(0));
        }
    }

    // -- the owners hold the key -------------------------------------------------------------------------------------

    /** What the identity map has needs no SQL. */
    private void loadReferences(List<InstanceState> owners, int[] keys, LoadContext context) {
        EntityMapper<?> target = relationship.target();
        List<MappedAttribute> attributes = new ArrayList<>();
        for (int key : keys) {
            attributes.add(relationship.owner().attribute(key));
        }
        Map<Object, List<InstanceState>> byKey = byKey(owners, attributes);
        List<Object> missing = new ArrayList<>();
        List<Object> held = new ArrayList<>();
        for (Object key : byKey.keySet()) {
            InstanceState known = context.identities().find(new EntityKey(target, key));
            Object instance = known == null ? null : known.instance();
            if (instance == null) {
                missing.add(key);
            } else {
                held.add(instance);
            }
        }
        List<Expression<?>> columns = new ArrayList<>();
        for (int key : target.keyIndexes()) {
            Column<?> column = target.attribute(key).column();
            columns.add(column);
        }
        int most = context.statement().runner().keysAtOnce();
        for (int from = 0; from < missing.size(); from += most) {
            List<Object> portion = missing.subList(from, Math.min(missing.size(), from + most));
            Select<?> select = with(Select.of(target.entity()).where(KeyCondition.in(columns, portion)));
            held.addAll(context.statement().runner().run(select, Map.of()));
        }
        for (InstanceState owner : owners) {
            List<Object> values = values(owner, attributes);
            store(owner, values.size() == keys.length ? reference(values, context) : List.of());
        }
        // What was loaded is referred to by its owners only from here on.
        Reference.reachabilityFence(held);
    }

    private List<Object> reference(List<Object> values, LoadContext context) {
        Object identity = values.size() == 1 ? values.get(0) : List.copyOf(values);
        InstanceState state = context.identities().find(new EntityKey(relationship.target(), identity));
        Object instance = state == null ? null : state.instance();
        return instance == null ? List.of() : List.of(instance);
    }
}
