package io.athanor.orm.mapping;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Access to a field and a constructor through a lookup that the user has supplied. */
final class FieldAccess implements PropertyAccess {
    private final Field field;
    private final MethodHandle getter;
    private final MethodHandle setter;

    private FieldAccess(Field field, MethodHandle getter, MethodHandle setter) {
        this.field = field;
        this.getter = getter.asType(MethodType.methodType(Object.class, Object.class));
        this.setter = setter.asType(MethodType.methodType(void.class, Object.class, Object.class));
    }

    static FieldAccess of(Class<?> type, String name, MethodHandles.Lookup lookup) {
        Field field = find(type, name);
        try {
            return new FieldAccess(field, lookup.unreflectGetter(field), lookup.unreflectSetter(field));
        } catch (IllegalAccessException refused) {
            throw new MappingException(
                    "Field [%s.%s] cannot be read and written through lookup [%s]; use privateLookupIn(%s.class, lookup()) for a field that is not final, or give functions"
                            .formatted(field.getDeclaringClass().getName(), name, lookup, type.getSimpleName()),
                    refused);
        }
    }

    private static Field find(Class<?> type, String name) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field;
                }
            }
        }
        throw new MappingException("Class [%s] has no field [%s]; name a field, or give the property functions"
                .formatted(type.getName(), name));
    }

    static <E> Supplier<E> constructor(Class<E> type, MethodHandles.Lookup lookup) {
        MethodHandle constructor;
        try {
            constructor = lookup.findConstructor(type, MethodType.methodType(void.class))
                    .asType(MethodType.methodType(Object.class));
        } catch (NoSuchMethodException | IllegalAccessException refused) {
            throw new MappingException(
                    "Class [%s] has no no-arg constructor that lookup [%s] can call; add one, or give the mapping a supplier of instances"
                            .formatted(type.getName(), lookup),
                    refused);
        }
        return () -> type.cast(call(type, constructor::invoke));
    }

    /** The class of the field, once it is known to hold the column's values. */
    Class<?> fieldClass(Class<?> valueClass) {
        Class<?> boxed = MethodType.methodType(field.getType()).wrap().returnType();
        if (boxed != valueClass) {
            throw new MappingException("Field [%s.%s] is of class [%s], but its column holds [%s]; make them the same"
                    .formatted(
                            field.getDeclaringClass().getName(),
                            field.getName(),
                            boxed.getName(),
                            valueClass.getName()));
        }
        return field.getType();
    }

    @Override
    public @Nullable Object get(Object entity) {
        return call(field, () -> getter.invoke(entity));
    }

    @Override
    public void set(Object entity, @Nullable Object value) {
        call(field, () -> {
            setter.invoke(entity, value);
            return null;
        });
    }

    /** What a method handle may throw: only what the user's own constructor throws. */
    private interface Call {
        @Nullable Object run() throws Throwable;
    }

    private static @Nullable Object call(Object what, Call call) {
        try {
            return call.run();
        } catch (RuntimeException | Error unchecked) {
            throw unchecked;
        } catch (Throwable checked) {
            throw new MappingException("[%s] failed: [%s]; see the cause".formatted(what, checked), checked);
        }
    }
}
