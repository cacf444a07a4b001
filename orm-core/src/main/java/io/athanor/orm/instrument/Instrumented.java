package io.athanor.orm.instrument;

import org.jspecify.annotations.Nullable;

/**
 * Implemented by every mapped class, by the enhancer and never by hand. Gives raw access to the persistent fields by
 * index, in the order of their declaration, inherited ones first. Every method has a body, because javac does not see the
 * synthetic ones of a class that was compiled before, and would ask a subclass for them.
 *
 * <p>Not for application code. Not thread-safe, as little as the object itself.
 *
 * @since 0.1.0
 */
public interface Instrumented {
    /**
     * Return the tracker of this instance.
     *
     * @return the tracker, or {@code null} if no session knows this instance
     */
    default @Nullable Tracker $orm$tracker() {
        throw new NotEnhancedException(getClass());
    }

    /**
     * Attach or detach a tracker.
     *
     * @param tracker the tracker, or {@code null} for none
     */
    default void $orm$tracker(@Nullable Tracker tracker) {
        throw new NotEnhancedException(getClass());
    }

    /**
     * Return a new instance of the same class on which no constructor and no initialiser of a mapped class has run.
     *
     * @return the instance, with all persistent fields at their default
     */
    default Instrumented $orm$new() {
        throw new NotEnhancedException(getClass());
    }

    /**
     * Read a field as it stands, loading nothing.
     *
     * @param index the attribute's index
     * @return the value, boxed if the field is primitive
     */
    default @Nullable Object $orm$get(int index) {
        throw new NotEnhancedException(getClass());
    }

    /**
     * Write a field, telling nobody.
     *
     * @param index the attribute's index
     * @param value the value, of the field's type; {@code null} only for a field that is not primitive
     */
    default void $orm$set(int index, @Nullable Object value) {
        throw new NotEnhancedException(getClass());
    }

    /**
     * Read a field of type {@code int} as it stands.
     *
     * @param index the attribute's index
     * @return the value
     */
    default int $orm$getInt(int index) {
        throw new NotEnhancedException(getClass());
    }

    /**
     * Write a field of type {@code int}, telling nobody.
     *
     * @param index the attribute's index
     * @param value the value
     */
    default void $orm$setInt(int index, int value) {
        throw new NotEnhancedException(getClass());
    }

    /**
     * Read a field of type {@code long} as it stands.
     *
     * @param index the attribute's index
     * @return the value
     */
    default long $orm$getLong(int index) {
        throw new NotEnhancedException(getClass());
    }

    /**
     * Write a field of type {@code long}, telling nobody.
     *
     * @param index the attribute's index
     * @param value the value
     */
    default void $orm$setLong(int index, long value) {
        throw new NotEnhancedException(getClass());
    }

    /**
     * Read a field of type {@code double} as it stands.
     *
     * @param index the attribute's index
     * @return the value
     */
    default double $orm$getDouble(int index) {
        throw new NotEnhancedException(getClass());
    }

    /**
     * Write a field of type {@code double}, telling nobody.
     *
     * @param index the attribute's index
     * @param value the value
     */
    default void $orm$setDouble(int index, double value) {
        throw new NotEnhancedException(getClass());
    }

    /**
     * Read a field of type {@code boolean} as it stands.
     *
     * @param index the attribute's index
     * @return the value
     */
    default boolean $orm$getBoolean(int index) {
        throw new NotEnhancedException(getClass());
    }

    /**
     * Write a field of type {@code boolean}, telling nobody.
     *
     * @param index the attribute's index
     * @param value the value
     */
    default void $orm$setBoolean(int index, boolean value) {
        throw new NotEnhancedException(getClass());
    }
}
