package io.athanor.orm.instrument;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * What a session attaches to an instance: the generated accessors call it on reads (while {@link #pending}) and on
 * writes. A weak reference to the instance, so that a clean instance that nobody uses can be collected.
 *
 * <p>Confined to the thread that uses the session, as the instance is.
 *
 * @since 0.1.0
 */
public abstract class Tracker extends WeakReference<Object> {
    /** True while a read may have to load something first; read by generated code before every access. */
    public boolean pending;

    /**
     * Create a tracker.
     *
     * @param instance what is tracked
     * @param queue told when the instance has been collected, or {@code null}
     */
    protected Tracker(Object instance, @Nullable ReferenceQueue<Object> queue) {
        super(instance, queue);
    }

    /**
     * Attach a tracker to an instance that no session knows, because a field of it that refers to other objects is used, or
     * a field is set to null. Called
     * by generated code.
     *
     * @param instance an instance of a mapped class
     * @return its tracker
     */
    public static Tracker attachTo(Instrumented instance) {
        return Source.ONLY.track(instance);
    }

    /** Found when the first relationship is used: what makes trackers lies above this package. */
    private static final class Source {
        static final TrackerSource ONLY = ServiceLoader.load(TrackerSource.class, Tracker.class.getClassLoader())
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "No TrackerSource is found beside Tracker; keep the files of META-INF/services of io.athanor:orm-core"));
    }

    /**
     * Make sure that an attribute is loaded. Called before it is read, only while {@link #pending}.
     *
     * @param index the attribute's index
     */
    public abstract void read(int index);

    /**
     * Note that an attribute is about to change.
     *
     * @param index the attribute's index
     * @param old what the field holds
     * @param value what is being assigned
     * @return what to store
     */
    public abstract @Nullable Object write(int index, @Nullable Object old, @Nullable Object value);

    /**
     * Note that an attribute of type {@code int} is about to change.
     *
     * @param index the attribute's index
     * @param old what the field holds
     * @param value what is being assigned
     * @return what to store
     */
    public abstract int writeInt(int index, int old, int value);

    /**
     * Note that an attribute of type {@code long} is about to change.
     *
     * @param index the attribute's index
     * @param old what the field holds
     * @param value what is being assigned
     * @return what to store
     */
    public abstract long writeLong(int index, long old, long value);

    /**
     * Note that an attribute of type {@code double} is about to change.
     *
     * @param index the attribute's index
     * @param old what the field holds
     * @param value what is being assigned
     * @return what to store
     */
    public abstract double writeDouble(int index, double old, double value);

    /**
     * Note that an attribute of type {@code boolean} is about to change.
     *
     * @param index the attribute's index
     * @param old what the field holds
     * @param value what is being assigned
     * @return what to store
     */
    public abstract boolean writeBoolean(int index, boolean old, boolean value);
}
