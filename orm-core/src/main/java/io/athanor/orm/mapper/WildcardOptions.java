package io.athanor.orm.mapper;

import io.athanor.orm.mapper.LoadRule.Style;

/** What a loading option says of all relationships of the entity that it stands at; SQLAlchemy's {@code "*"}. */
abstract class WildcardOptions<T> {
    /** How those are loaded of which nothing else is said. */
    abstract LoadOption<T> every(Style style);

    /**
     * Never load any relationship of the entity for which nothing else is said: using one is an error.
     *
     * @return an option that stands at the same entity
     */
    public LoadOption<T> raiseLoad() {
        return every(Style.RAISE);
    }

    /**
     * Load the relationships of the entity for which nothing else is said when they are used.
     *
     * @return an option that stands at the same entity
     */
    public LoadOption<T> lazyLoad() {
        return every(Style.SELECT);
    }

    /**
     * Load the relationships of the entity for which nothing else is said by outer joins, but for those that lead back.
     *
     * @return an option that stands at the same entity
     */
    public LoadOption<T> joinedLoad() {
        return every(Style.JOINED);
    }

    /**
     * Load the relationships of the entity for which nothing else is said by SELECTs with IN, but for those that lead back.
     *
     * @return an option that stands at the same entity
     */
    public LoadOption<T> selectinLoad() {
        return every(Style.SELECTIN);
    }

    /**
     * Load the relationships of the entity for which nothing else is said by SELECTs that hold that of the parents, but for
     * those that lead back.
     *
     * @return an option that stands at the same entity
     */
    public LoadOption<T> subqueryLoad() {
        return every(Style.SUBQUERY);
    }

    /**
     * Load the relationships of the entity for which nothing else is said at once, but for those that lead back.
     *
     * @return an option that stands at the same entity
     */
    public LoadOption<T> immediateLoad() {
        return every(Style.IMMEDIATE);
    }

    /**
     * Never load a relationship of the entity for which nothing else is said; they seem empty.
     *
     * @return an option that stands at the same entity
     */
    public LoadOption<T> noLoad() {
        return every(Style.NOLOAD);
    }
}
