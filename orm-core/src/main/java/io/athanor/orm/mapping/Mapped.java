package io.athanor.orm.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Maps a class to a table. Every field that is neither static nor transient is an attribute. The processor
 * {@code io.athanor:orm-processor} writes the metamodel of the class and enhances it; at run time the annotation only serves
 * to tell a class that was not enhanced from one that is not mapped.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Mapped {
    /**
     * Name the table.
     *
     * @return its name; empty for the simple name of the class
     */
    String table() default "";

    /**
     * State when a flush fetches what the database fills in.
     *
     * @return with an INSERT that returns it, unless stated otherwise
     */
    EagerDefaults eagerDefaults() default EagerDefaults.AUTO;
}
