package io.athanor.orm.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has a column loaded only when it is used, for large values that are seldom needed; SQLAlchemy's {@code deferred}. A query
 * loads it at once by {@code undefer}, or {@code undeferGroup}. Not for a part of the key.
 *
 * <pre>{@code
 * @Deferred(group = "scans")
 * private byte[] front;
 * }</pre>
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Deferred {
    /**
     * Name the columns that are loaded together once one of them is used.
     *
     * @return the name of their group, empty for a column that is loaded alone
     */
    String group() default "";

    /**
     * Have the use be an error instead; the column is then loaded by {@code undefer} only.
     *
     * @return whether using it raises {@link io.athanor.orm.state.RaisedLoadException}
     */
    boolean raiseLoad() default false;
}
