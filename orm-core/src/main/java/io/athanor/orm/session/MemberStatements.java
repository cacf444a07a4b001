package io.athanor.orm.session;

import io.athanor.engine.InvalidRequestException;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.load.RelatedSelect;
import io.athanor.orm.mapper.ColumnPair;
import io.athanor.orm.mapper.Direction;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.JoinPath;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.orm.mapping.MappingException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.tree.Assignments;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.Delete;
import io.athanor.sql.tree.Exists;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.LiteralColumn;
import io.athanor.sql.tree.Orderable;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.Update;
import io.athanor.sql.type.SqlTypes;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Statements about what one object is related to, by the values of its own columns. */
final class MemberStatements {
    private final MappedRelationship relationship;
    private final Bound bound;

    /** Tells what an object holds, or in a flush what the database has for it. */
    interface Values {
        @Nullable Object of(InstanceState state, int attribute);
    }

    MemberStatements(InstanceState state, MappedRelationship relationship, Values values) {
        this.relationship = relationship;
        this.bound = new Bound(state, relationship, values);
    }

    Select<?> select() {
        return Select.of(relationship.target().entity())
                .where(condition())
                .orderBy(relationship.orderBy().toArray(Orderable[]::new));
    }

    private Condition condition() {
        return RelatedSelect.condition(relationship, bound);
    }

    /** Whether nothing can be related, since a value of the object is NULL; known once a statement was made. */
    boolean isNull() {
        return bound.isNull;
    }

    Update update() {
        return new Update(relationship.target().entity()).where(membership());
    }

    Delete delete() {
        return new Delete(relationship.target().entity()).where(membership());
    }

    /** A change is of one table: what goes through another one is asked for by EXISTS. */
    private Condition membership() {
        Condition condition = condition();
        if (relationship.path().secondary() == null) {
            return condition;
        }
        return new Exists(
                Select.of(new LiteralColumn<>("1", SqlTypes.INTEGER))
                        .where(condition)
                        .correlate(relationship.target().table()),
                false);
    }

    <S> Insert insert(Iterable<? extends S> elements, BiConsumer<Assignments, ? super S> each) {
        if (relationship.direction() != Direction.ONE_TO_MANY) {
            throw new InvalidRequestException(
                    "Relationship [%s] is not one to many, so that a row of [%s] does not refer to its owner; insert the members and add them"
                            .formatted(
                                    relationship, relationship.target().type().getSimpleName()));
        }
        EntityMapper<?> target = relationship.target();
        return new Insert(target.entity()).rows(elements, (row, element) -> {
            for (ColumnPair pair : relationship.path().pairs()) {
                set(row, pair.destination(), bound.apply(pair.source()));
            }
            each.accept(row, element);
        });
    }

    /** The two columns of a pair hold values of one class. */
    @SuppressWarnings("unchecked")
    private static <T> void set(Assignments row, Column<T> column, Expression<?> value) {
        row.set(column, (Expression<T>) value);
    }

    /** The values of the object's own columns. */
    private static final class Bound implements JoinPath.Side {
        private final InstanceState state;
        private final MappedRelationship relationship;
        private final Values values;
        private boolean isNull;

        Bound(InstanceState state, MappedRelationship relationship, Values values) {
            this.values = values;
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
            Object value = values.of(state, attribute.index());
            isNull |= value == null;
            return bind(column, value);
        }

        /** An attribute holds values of its column's own class. */
        @SuppressWarnings("unchecked")
        private static <T> Bind<T> bind(Column<T> column, @Nullable Object value) {
            return new Bind<>(column.name(), (T) value, column.type());
        }
    }
}
