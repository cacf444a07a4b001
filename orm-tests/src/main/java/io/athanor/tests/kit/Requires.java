package io.athanor.tests.kit;

import io.athanor.engine.dialect.Capability;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a suite or test only on databases whose dialect declares these capabilities. Nothing else leaves a test of the kit
 * out.
 *
 * @since 0.1.0
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Requires {
    /** What the dialect must declare, all of it. */
    Capability[] value();
}
