package io.athanor.orm.mapper;

import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.JoinTarget;

/**
 * A property of a mapped class that refers to other mapped objects: a typed symbol, as an {@link Attribute} is. Equal by owner
 * and name. Immutable and thread-safe.
 *
 * @param <E> the mapped class
 * @param <T> the class that it refers to
 * @since 0.1.0
 */
public sealed interface RelationshipAttribute<E, T> extends JoinTarget permits ToOne, ToMany {
    /**
     * Return what the relationship belongs to.
     *
     * @return the entity, or an alias of it
     */
    EntityRef<E> owner();

    /**
     * Return the name.
     *
     * @return the property's name
     */
    String name();

    /**
     * Return what is referred to.
     *
     * @return the mapped class
     */
    Class<T> target();

    /**
     * Join the related class under an alias: {@code join(User_.addresses.as(a1))}.
     *
     * @param alias an alias of the class that is referred to, or a subquery that yields it
     * @return what to join
     */
    JoinTarget as(EntityRef<? extends T> alias);

    /**
     * Join on a further condition: {@code join(User_.addresses.on(Address_.email.like("%@x.org")))}.
     *
     * @param further a condition that must hold besides
     * @return what to join
     */
    JoinTarget on(Expression<Boolean> further);

    /**
     * Name a relationship to one object of a class that has no metamodel because it is mapped imperatively. That there is such a
     * property is checked when a statement runs.
     *
     * @param entity the class
     * @param property the property's name in its mapping
     * @param target the class that it refers to
     * @param <E> the class
     * @param <T> the class that it refers to
     * @return the relationship
     */
    static <E, T> ToOne<E, T> toOne(Class<E> entity, String property, Class<T> target) {
        return new PlainEntity<>(entity).toOne(property, target);
    }

    /**
     * Name a relationship to many objects of a class that has no metamodel because it is mapped imperatively. That there is such
     * a property is checked when a statement runs.
     *
     * @param entity the class
     * @param property the property's name in its mapping
     * @param target the class that it refers to
     * @param <E> the class
     * @param <T> the class that it refers to
     * @return the relationship
     */
    static <E, T> ToMany<E, T> toMany(Class<E> entity, String property, Class<T> target) {
        return new PlainEntity<>(entity).toMany(property, target);
    }

    /**
     * Ask for the objects that are related to one.
     *
     * @param parent the object that has the relationship
     * @param relationship the relationship
     * @return the condition on the related class
     */
    static Condition withParent(Object parent, RelationshipAttribute<?, ?> relationship) {
        return new RelatedTo((RelationshipSymbol<?, ?>) relationship, parent, RelatedTo.Kind.PARENT);
    }
}
