package io.athanor.orm.mapper;

/** The entity itself where no metamodel class of its own is at hand. */
final class PlainEntity<E> extends EntityRef<E> {
    PlainEntity(Class<E> type) {
        super(type);
    }
}
