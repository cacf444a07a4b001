package io.athanor.orm.mapping;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Access by a getter and a setter function. */
final class FunctionAccess<E, T> implements PropertyAccess {
    private final Function<? super E, ? extends @Nullable T> getter;
    private final BiConsumer<? super E, ? super T> setter;

    FunctionAccess(Function<? super E, ? extends @Nullable T> getter, BiConsumer<? super E, ? super T> setter) {
        this.getter = getter;
        this.setter = setter;
    }

    @Override
    @SuppressWarnings("unchecked") // the mapper hands in instances of the mapped class only
    public @Nullable Object get(Object entity) {
        return getter.apply((E) entity);
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"
    }) // a value of the column's class; whether it may be null is the setter's to say
    public void set(Object entity, @Nullable Object value) {
        setter.accept((E) entity, (T) value);
    }
}
