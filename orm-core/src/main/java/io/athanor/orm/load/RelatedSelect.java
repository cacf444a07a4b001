package io.athanor.orm.load;

import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.JoinPath;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.orm.mapping.MappingException;
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
import org.jspecify.annotations.Nullable;

/**
 * The SELECT that loads a relationship of one owner: by the key that the owner holds, or by the columns that refer to the
 * owner. Planned once for each scope that owners are loaded in. Immutable and thread-safe.
 */
public final class RelatedSelect {
    private final LoadPlanner planner;
    private final LabelStyle labels;
    private final EntityMapper<?> target;
    private final PlannedSelect select;
    private final int[] attributes;

    private RelatedSelect(
            LoadPlanner planner, LabelStyle labels, EntityMapper<?> target, PlannedSelect select, int[] attributes) {
        this.planner = planner;
        this.labels = labels;
        this.target = target;
        this.select = select;
        this.attributes = attributes;
    }

    /** Plan; the scope is what the statement that loaded the owner has said, null if it has said nothing. */
    static RelatedSelect of(
            LoadPlanner planner, MappedRelationship relationship, @Nullable LoadScope scope, LabelStyle labels) {
        EntityMapper<?> target = relationship.target();
        List<Bind<?>> places = new ArrayList<>();
        int[] attributes = relationship.keyAttributes();
        Select<?> select = Select.of(target.entity()).labelStyle(labels);
        if (attributes != null) {
            places.addAll(target.keyPlaces());
            select = select.where(target.isRow(places));
        } else {
            List<Integer> own = new ArrayList<>();
            select = unplanned(relationship, (column, attribute) -> {
                        own.add(attribute.index());
                        places.add(place(column));
                        return places.get(places.size() - 1);
                    })
                    .labelStyle(labels);
            attributes = own.stream().mapToInt(Integer::intValue).toArray();
        }
        if (scope != null) {
            for (Expression<Boolean> condition : scope.choice(relationship).criteria()) {
                select = select.where(condition);
            }
            select = select.options(scope.descend(relationship).continued());
        }
        return new RelatedSelect(planner, labels, target, planner.planned(select, places), attributes);
    }

    /** Reads an attribute. */
    @FunctionalInterface
    public interface ValueOf {
        /**
         * Read an attribute.
         *
         * @param owner the owner's state
         * @param attribute its index
         * @return the value
         */
        @Nullable Object of(InstanceState owner, int attribute);
    }

    /** What stands for a column of the owner. */
    @FunctionalInterface
    private interface Owner {
        Bind<?> bind(Column<?> column, MappedAttribute attribute);
    }

    private static Select<?> unplanned(MappedRelationship relationship, Owner owner) {
        JoinPath.Side own = column -> owner.bind(column, attributeOf(relationship, column));
        return Select.of(relationship.target().entity())
                .where(condition(relationship, own))
                .orderBy(relationship.orderBy().toArray(Orderable[]::new));
    }

    /**
     * Write the condition by which related rows are found.
     *
     * @param relationship the relationship
     * @param owner stands for the columns of the object
     * @return the condition, by way of the secondary table if there is one
     */
    public static Condition condition(MappedRelationship relationship, JoinPath.Side owner) {
        JoinPath path = relationship.path();
        List<Expression<Boolean>> conditions = new ArrayList<>();
        conditions.add(path.primary(owner, column -> column));
        Expression<Boolean> onward = path.onward(column -> column, column -> column);
        if (onward != null) {
            conditions.add(onward);
        }
        return Logical.and(conditions);
    }

    private static <T> Bind<T> place(Column<T> column) {
        return new Bind<>(column.name(), null, column.type());
    }

    private static MappedAttribute attributeOf(MappedRelationship relationship, Column<?> column) {
        MappedAttribute attribute = relationship.owner().attributeOf(column);
        if (attribute == null) {
            throw new MappingException(
                    "Relationship [%s] is loaded by column [%s], which class [%s] does not map; map it to a property"
                            .formatted(
                                    relationship,
                                    column,
                                    relationship.owner().type().getSimpleName()));
        }
        return attribute;
    }

    /** A scope may outlive the session that has planned within it. */
    boolean isOf(LoadPlanner other, LabelStyle style) {
        return planner == other && labels == style;
    }

    /**
     * Return what is loaded.
     *
     * @return the entity
     */
    public EntityMapper<?> target() {
        return target;
    }

    /**
     * Return the statement.
     *
     * @return the statement, which takes the values of an owner
     */
    public PlannedSelect select() {
        return select;
    }

    /**
     * Read the values by which an owner finds what it is related to, loading them if they are expired.
     *
     * @param owner the owner's state
     * @param reader reads a loaded attribute, as it is or as it is stored
     * @return the values for the statement; {@code null} if one of them is NULL, so that nothing can be related
     */
    public Object @Nullable [] values(InstanceState owner, ValueOf reader) {
        Object[] values = new Object[attributes.length];
        for (int i = 0; i < values.length; i++) {
            owner.read(attributes[i]);
            Object value = reader.of(owner, attributes[i]);
            if (value == null) {
                return null;
            }
            values[i] = value;
        }
        return values;
    }
}
