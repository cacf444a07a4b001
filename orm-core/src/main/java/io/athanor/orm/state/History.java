package io.athanor.orm.state;

import java.util.List;

/**
 * What has happened to an attribute since it was loaded or flushed; SQLAlchemy's {@code History}. A value may be
 * {@code null}. Immutable.
 *
 * @param <T> the Java type of the values
 * @since 0.1.0
 */
public interface History<T> {
    /**
     * Return what was assigned.
     *
     * @return the new value, or nothing
     */
    List<T> added();

    /**
     * Return what is as it was.
     *
     * @return the value, or nothing if it was changed or is not loaded
     */
    List<T> unchanged();

    /**
     * Return what was replaced.
     *
     * @return the old value, or nothing if there was none or it was never loaded
     */
    List<T> removed();
}
