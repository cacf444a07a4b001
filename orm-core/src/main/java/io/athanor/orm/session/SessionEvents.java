package io.athanor.orm.session;

import io.athanor.orm.mapper.Attribute;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where one listens to what the sessions of a factory do. What a listener throws ends what the session was doing. Thread-safe;
 * listeners are called by the thread that uses the session, in the order in which they subscribed.
 *
 * @since 0.1.0
 */
public interface SessionEvents {
    /**
     * Listen before a session that has something to write writes it. The listener may add, change and delete.
     *
     * @param listener is given the session
     * @return ends the subscription
     */
    Subscription beforeFlush(Consumer<? super Session> listener);

    /**
     * Listen after a session has committed.
     *
     * @param listener is given the session
     * @return ends the subscription
     */
    Subscription afterCommit(Consumer<? super Session> listener);

    /**
     * Listen before the row of a new instance is inserted. The listener may set the instance's columns, not its relationships.
     *
     * @param entity the mapped class, or one above it
     * @param listener is given the instance
     * @param <E> the class
     * @return ends the subscription
     */
    <E> Subscription beforeInsert(Class<E> entity, Consumer<? super E> listener);

    /**
     * Listen before the row of a changed instance is updated. The listener may set the instance's columns, not its
     * relationships.
     *
     * @param entity the mapped class, or one above it
     * @param listener is given the instance
     * @param <E> the class
     * @return ends the subscription
     */
    <E> Subscription beforeUpdate(Class<E> entity, Consumer<? super E> listener);

    /**
     * Listen after an instance was made of a row.
     *
     * @param entity the mapped class, or one above it
     * @param listener is given the instance
     * @param <E> the class
     * @return ends the subscription
     */
    <E> Subscription onLoad(Class<E> entity, Consumer<? super E> listener);

    /**
     * Listen when an attribute of an instance that is in a session is assigned, and choose what is stored.
     *
     * @param attribute an attribute that is stored in a column
     * @param replace is given the instance and the value, and yields what is stored instead
     * @param <E> the class
     * @param <T> the class of the values
     * @return ends the subscription
     */
    <E, T> Subscription onSet(
            Attribute<E, T> attribute, BiFunction<? super E, ? super T, ? extends @Nullable T> replace);

    /**
     * A listener's place, given up by closing.
     *
     * @since 0.1.0
     */
    interface Subscription extends AutoCloseable {
        /** Listen no more; does nothing the second time. */
        @Override
        void close();
    }
}
