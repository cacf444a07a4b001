package io.athanor.orm.mapper;

import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.instrument.Tracker;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.Expression;
import org.jspecify.annotations.Nullable;

/** The values of an object that a condition on a relationship compares with. */
final class ObjectValues {
    private final MappedRelationship relationship;
    private final EntityMapper<?> mapper;
    private final Object object;

    ObjectValues(Registry registry, MappedRelationship relationship, Object object) {
        this.relationship = relationship;
        this.mapper = registry.entityMapper(object.getClass());
        this.object = object;
    }

    Expression<?> bind(Column<?> column) {
        MappedAttribute attribute = mapper.attributeOf(column);
        if (attribute == null) {
            throw new ArgumentException(
                    "Relationship [%s] is compared by column [%s], which class [%s] does not map; map it, or compare another way"
                            .formatted(relationship, column, mapper.type().getName()));
        }
        Object value = read(attribute.index());
        if (value == null) {
            throw new ArgumentException(
                    "Relationship [%s] is compared with an instance of [%s] whose [%s] is null; flush it first"
                            .formatted(relationship, mapper.type().getSimpleName(), attribute.name()));
        }
        return bind(column, value);
    }

    private @Nullable Object read(int index) {
        Tracker tracker = object instanceof Instrumented instrumented ? instrumented.$orm$tracker() : null;
        if (tracker != null && tracker.pending) {
            tracker.read(index);
        }
        return mapper.get(object, index);
    }

    /** An attribute holds values of its column's own class. */
    @SuppressWarnings("unchecked")
    private static <T> Bind<T> bind(Column<T> column, Object value) {
        return new Bind<>(column.name(), (T) value, column.type());
    }
}
