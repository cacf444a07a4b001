package io.athanor.orm.mapper;

import io.athanor.orm.instrument.Instrumented;
import org.jspecify.annotations.Nullable;

/** Access to an enhanced class: to its fields, past the hooks. */
final class EnhancedAccess extends InstanceAccess {
    private final Instrumented prototype;

    EnhancedAccess(Instrumented prototype) {
        this.prototype = prototype;
    }

    @Override
    Object newInstance() {
        return prototype.$orm$new();
    }

    @Override
    @Nullable Object get(Object entity, int index) {
        return ((Instrumented) entity).$orm$get(index);
    }

    @Override
    void set(Object entity, int index, @Nullable Object value) {
        ((Instrumented) entity).$orm$set(index, value);
    }
}
