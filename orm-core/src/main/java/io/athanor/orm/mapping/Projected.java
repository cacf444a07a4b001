package io.athanor.orm.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has the processor {@code io.athanor:orm-processor} write, for a record {@code NameCount(String name, long count)}, a class
 * {@code NameCount_} whose method {@code of} takes a thing to select for each component and yields what is selected as the
 * record: typed, of any number of components, and without reflection. Such a record need not be public, unlike those of
 * {@code into(…)}.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Projected {}
