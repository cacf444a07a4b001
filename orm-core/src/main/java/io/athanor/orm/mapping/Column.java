package io.athanor.orm.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States what the class of a field does not tell of its column. Read by the processor, never at run time.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Column {
    /**
     * Name the column.
     *
     * @return its name; empty for the name of the field
     */
    String name() default "";

    /**
     * State whether the column may hold NULL. That of a primitive field or of a key never may.
     *
     * @return whether it may
     */
    boolean nullable() default true;

    /**
     * State whether values must differ.
     *
     * @return whether the column has a unique constraint of its own
     */
    boolean unique() default false;

    /**
     * Limit the length of a string.
     *
     * @return characters; -1 for no limit
     */
    int length() default -1;

    /**
     * Refer to a column of this or another table, which may be mapped later.
     *
     * @return {@code table.column}; empty for no foreign key
     */
    String references() default "";
}
