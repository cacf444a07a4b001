package io.athanor.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How many statements a test may send; more fail it, with the list of what was sent. Counted from the end of its
 * {@code @BeforeEach} methods to the start of its {@code @AfterEach} methods. On a class it holds for each of its tests that
 * states none itself. Kept by the {@link Sandbox}.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface StatementBudget {
    /**
     * How many statements at most.
     *
     * @return the limit
     */
    int value();
}
