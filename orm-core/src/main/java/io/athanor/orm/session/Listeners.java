package io.athanor.orm.session;

import io.athanor.orm.mapper.Attribute;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who listens to the sessions of a factory. */
final class Listeners implements SessionEvents {
    private final List<Consumer<? super Session>> flushes = new CopyOnWriteArrayList<>();
    private final List<Consumer<? super Session>> commits = new CopyOnWriteArrayList<>();
    private final List<OfEntity<?>> inserts = new CopyOnWriteArrayList<>();
    private final List<OfEntity<?>> updates = new CopyOnWriteArrayList<>();
    private final List<OfEntity<?>> loads = new CopyOnWriteArrayList<>();
    private final List<OfAttribute<?, ?>> sets = new CopyOnWriteArrayList<>();

    private record OfEntity<E>(Class<E> entity, Consumer<? super E> listener) {
        void tell(Object instance) {
            if (entity.isInstance(instance)) {
                listener.accept(entity.cast(instance));
            }
        }
    }

    private record OfAttribute<E, T>(
            Class<E> entity, String name, BiFunction<? super E, ? super T, ? extends @Nullable T> replace) {
        /** An attribute is assigned values of its own class. */
        @SuppressWarnings("unchecked")
        @Nullable Object apply(Object instance, String assigned, @Nullable Object value) {
            return name.equals(assigned) && entity.isInstance(instance)
                    ? replace.apply(entity.cast(instance), (T) value)
                    : value;
        }
    }

    /** Each subscription is one of its own, even of a listener that subscribed before. */
    private static <L> Subscription add(List<? super L> listeners, L listener) {
        listeners.add(listener);
        boolean[] isOver = new boolean[1];
        return () -> {
            synchronized (isOver) {
                if (!isOver[0]) {
                    isOver[0] = true;
                    listeners.remove(listener);
                }
            }
        };
    }

    @Override
    public Subscription beforeFlush(Consumer<? super Session> listener) {
        return add(flushes, listener);
    }

    @Override
    public Subscription afterCommit(Consumer<? super Session> listener) {
        return add(commits, listener);
    }

    @Override
    public <E> Subscription beforeInsert(Class<E> entity, Consumer<? super E> listener) {
        return add(inserts, new OfEntity<>(entity, listener));
    }

    @Override
    public <E> Subscription beforeUpdate(Class<E> entity, Consumer<? super E> listener) {
        return add(updates, new OfEntity<>(entity, listener));
    }

    @Override
    public <E> Subscription onLoad(Class<E> entity, Consumer<? super E> listener) {
        return add(loads, new OfEntity<>(entity, listener));
    }

    @Override
    public <E, T> Subscription onSet(
            Attribute<E, T> attribute, BiFunction<? super E, ? super T, ? extends @Nullable T> replace) {
        return add(sets, new OfAttribute<>(attribute.owner().type(), attribute.name(), replace));
    }

    boolean isFlushHeard() {
        return !flushes.isEmpty();
    }

    void flushing(Session session) {
        flushes.forEach(each -> each.accept(session));
    }

    void committed(Session session) {
        commits.forEach(each -> each.accept(session));
    }

    boolean isRowHeard() {
        return !inserts.isEmpty() || !updates.isEmpty();
    }

    void inserting(Object instance) {
        inserts.forEach(each -> each.tell(instance));
    }

    void updating(Object instance) {
        updates.forEach(each -> each.tell(instance));
    }

    boolean isLoadHeard() {
        return !loads.isEmpty();
    }

    void loaded(Object instance) {
        loads.forEach(each -> each.tell(instance));
    }

    boolean isSetHeard() {
        return !sets.isEmpty();
    }

    @Nullable Object assigned(Object instance, String attribute, @Nullable Object value) {
        Object stored = value;
        for (OfAttribute<?, ?> each : sets) {
            stored = each.apply(instance, attribute, stored);
        }
        return stored;
    }
}
