package io.athanor.orm.mapper;

import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relationship to one object. Immutable and thread-safe.
 *
 * @param <E> the mapped class
 * @param <T> the class that it refers to
 * @since 0.1.0
 */
public final class ToOne<E, T> extends RelationshipSymbol<E, T> implements RelationshipAttribute<E, T> {
    ToOne(EntityRef<E> owner, String name, Class<T> target) {
        super(owner, name, target);
    }

    @Override
    RelationshipSymbol<E, T> ownedBy(EntityRef<E> other) {
        return new ToOne<>(other, name(), target());
    }

    /**
     * Compare with an object, by its key.
     *
     * @param other an instance, or {@code null} for none
     * @return the condition
     */
    public Condition eq(@Nullable T other) {
        return other == null ? isNull() : new RelatedTo(this, other, RelatedTo.Kind.EQUAL);
    }

    /**
     * Compare with an object, by its key: another object, or none.
     *
     * @param other an instance, or {@code null} for none
     * @return the condition
     */
    public Condition ne(@Nullable T other) {
        return other == null ? isNotNull() : new RelatedTo(this, other, RelatedTo.Kind.NOT_EQUAL);
    }

    /**
     * Ask that there is no related object.
     *
     * @return the condition
     */
    public Condition isNull() {
        return new RelatedIsNull(this, false);
    }

    /**
     * Ask that there is a related object.
     *
     * @return the condition
     */
    public Condition isNotNull() {
        return new RelatedIsNull(this, true);
    }

    /**
     * Ask that there is a related object for which conditions hold, by EXISTS.
     *
     * @param conditions conditions on the related class, perhaps none; all must hold
     * @return the condition
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final Condition has(Expression<Boolean>... conditions) {
        return new RelatedExists(this, List.of(conditions), false);
    }
}
