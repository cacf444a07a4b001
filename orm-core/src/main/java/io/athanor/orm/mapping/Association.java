package io.athanor.orm.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the secondary table of a many-to-many relationship: a table of foreign keys only, which together are its primary
 * key. It is made with the table of the class that carries the annotation. Read by the processor, never at run time.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Association.Tables.class)
public @interface Association {
    /**
     * Name the table.
     *
     * @return its name
     */
    String table();

    /**
     * State what the columns refer to; their types are those of the columns referred to.
     *
     * @return a {@code table.column} for each column
     */
    String[] references();

    /**
     * Name the columns.
     *
     * @return a name for each column; empty to name a column that refers to {@code posts.id} {@code posts_id}
     */
    String[] columns() default {};

    /**
     * Several associations of one class; the compiler's container.
     *
     * @since 0.1.0
     */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface Tables {
        /**
         * Return the associations.
         *
         * @return each of them
         */
        Association[] value();
    }
}
