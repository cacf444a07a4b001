package io.athanor.orm.mapper;

import org.jspecify.annotations.Nullable;

/** Makes instances of a mapped class and reads and writes their attributes by index. */
abstract class InstanceAccess {
    abstract Object newInstance();

    abstract @Nullable Object get(Object entity, int index);

    abstract void set(Object entity, int index, @Nullable Object value);
}
