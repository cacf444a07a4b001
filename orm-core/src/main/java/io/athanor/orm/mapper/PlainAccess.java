package io.athanor.orm.mapper;

import io.athanor.orm.mapping.MappingException;
import io.athanor.orm.mapping.PropertyAccess;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Access to a class that was not enhanced, in the way that its mapping gives. */
final class PlainAccess extends InstanceAccess {
    private final Class<?> type;
    private final Supplier<?> create;
    private final PropertyAccess[] properties;

    PlainAccess(Class<?> type, Supplier<?> create, PropertyAccess[] properties) {
        this.type = type;
        this.create = create;
        this.properties = properties;
    }

    @Override
    Object newInstance() {
        Object made = create.get();
        if (!type.isInstance(made)) {
            throw new MappingException("The supplier of class [%s] made [%s]; make an instance of the class"
                    .formatted(
                            type.getName(),
                            made == null ? null : made.getClass().getName()));
        }
        return made;
    }

    @Override
    @Nullable Object get(Object entity, int index) {
        return properties[index].get(entity);
    }

    @Override
    void set(Object entity, int index, @Nullable Object value) {
        properties[index].set(entity, value);
    }
}
