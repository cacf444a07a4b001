package io.athanor.sql.tree;

/**
 * An expression under a name.
 *
 * @param <T> the Java type of its value
 * @since 0.1.0
 */
public interface Label<T> extends Expression<T> {
    /**
     * Return the name.
     *
     * @return the name as given, not quoted
     */
    String name();
}
