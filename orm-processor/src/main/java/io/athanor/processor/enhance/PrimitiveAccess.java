package io.athanor.processor.enhance;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** The primitive types that have their own raw accessors and their own hook, so that neither boxes. */
enum PrimitiveAccess {
    INT("Int", Type.INT_TYPE),
    LONG("Long", Type.LONG_TYPE),
    DOUBLE("Double", Type.DOUBLE_TYPE),
    BOOLEAN("Boolean", Type.BOOLEAN_TYPE);

    final String suffix;
    final Type type;

    PrimitiveAccess(String suffix, Type type) {
        this.suffix = suffix;
        this.type = type;
    }

    static @Nullable PrimitiveAccess of(Type type) {
        for (PrimitiveAccess access : values()) {
            if (access.type.equals(type)) {
                return access;
            }
        }
        return null;
    }
}
