package io.athanor.orm.mapper;

/**
 * Which primitive type a field has, so that its values need not be boxed.
 *
 * @since 0.1.0
 */
public enum Primitive {
    /** None: the field may hold {@code null}. */
    NONE,
    /** {@code int}. */
    INT,
    /** {@code long}. */
    LONG,
    /** {@code double}. */
    DOUBLE,
    /** {@code boolean}. */
    BOOLEAN,
    /** One whose values are boxed when they are read and written: {@code short}, {@code float}. */
    OTHER;

    static Primitive of(Class<?> fieldClass) {
        if (!fieldClass.isPrimitive()) {
            return NONE;
        } else if (fieldClass == int.class) {
            return INT;
        } else if (fieldClass == long.class) {
            return LONG;
        } else if (fieldClass == double.class) {
            return DOUBLE;
        }
        return fieldClass == boolean.class ? BOOLEAN : OTHER;
    }
}
