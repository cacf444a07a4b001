package io.athanor.orm.mapping;

import io.athanor.sql.type.ConvertedType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stores an attribute through a type of one's own. Read by the processor, never at run time.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Convert {
    /**
     * Name the type.
     *
     * @return a class with a no-arg constructor that the mapped class can call, for values of the field's class
     */
    Class<? extends ConvertedType<?, ?>> value();
}
