package io.athanor.orm.mapper;

import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.Expression;
import java.util.List;

/**
 * A relationship to many objects. Immutable and thread-safe.
 *
 * @param <E> the mapped class
 * @param <T> the class that it refers to
 * @since 0.1.0
 */
public final class ToMany<E, T> extends RelationshipSymbol<E, T> implements RelationshipAttribute<E, T> {
    ToMany(EntityRef<E> owner, String name, Class<T> target) {
        super(owner, name, target);
    }

    @Override
    RelationshipSymbol<E, T> ownedBy(EntityRef<E> other) {
        return new ToMany<>(other, name(), target());
    }

    /**
     * Ask that there is a related object for which conditions hold, by EXISTS.
     *
     * @param conditions conditions on the related class, perhaps none; all must hold
     * @return the condition
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final Condition any(Expression<Boolean>... conditions) {
        return new RelatedExists(this, List.of(conditions), false);
    }

    /**
     * Ask that an object is among the related ones.
     *
     * @param member an instance
     * @return the condition
     */
    public Condition contains(T member) {
        return new RelatedTo(this, member, RelatedTo.Kind.CONTAINS);
    }
}
