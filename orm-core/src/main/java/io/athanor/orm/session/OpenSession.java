package io.athanor.orm.session;

import io.athanor.engine.Connection;
import io.athanor.engine.InvalidRequestException;
import io.athanor.engine.Transaction;
import io.athanor.engine.Work;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.identity.StateView;
import io.athanor.orm.mapper.Attribute;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapper.RelationshipAttribute;
import io.athanor.orm.state.ObjectState;
import io.athanor.orm.state.PlannedStep;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.ForUpdate;
import io.athanor.sql.tree.StatementOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a session does with instances, and how its work is written and ended. */
final class OpenSession extends UnitSession {
    OpenSession(Registry registry, SessionSettings settings, Listeners listeners, @Nullable Binding binding) {
        super(registry, settings, listeners, binding);
    }

    // -- instances ---------------------------------------------------------------------------------------------------

    @Override
    public void add(Object entity) {
        try (var call = enterUsable()) {
            work.begun();
            instances.add(entity);
        }
    }

    @Override
    public void addAll(Collection<?> entities) {
        try (var call = enterUsable()) {
            work.begun();
            entities.forEach(instances::add);
        }
    }

    @Override
    public void delete(Object entity) {
        try (var call = enterUsable()) {
            work.begun();
            instances.delete(entity);
        }
    }

    @Override
    public <E, T> void assign(E entity, Attribute<? super E, T> attribute, Expression<? extends T> sql) {
        try (var call = enterUsable()) {
            InstanceState state = instances.stateOf(entity);
            if (state == null || !instances.contains(entity)) {
                throw new InvalidRequestException(
                        "Instance of [%s] is not in this session, so that no flush can compute [%s]; add it first"
                                .formatted(entity.getClass().getSimpleName(), attribute.name()));
            }
            MappedAttribute mapped = state.mapper().require(attribute.name());
            if (mapped.isKey()) {
                throw new ArgumentException(
                        "Attribute [%s.%s] is part of the key, which a flush must know; assign a value"
                                .formatted(entity.getClass().getSimpleName(), attribute.name()));
            }
            work.begun();
            state.compute(mapped.index(), sql);
        }
    }

    @Override
    public void refresh(Object entity, Attribute<?, ?>... only) {
        refresh(entity, null, only);
    }

    @Override
    public void refresh(Object entity, @Nullable ForUpdate lock, Attribute<?, ?>... only) {
        try (var call = enterUsable()) {
            if (only.length == 0) {
                refreshing.refresh(entity, lock);
            } else {
                refreshing.refresh(entity, List.of(only), lock);
            }
        }
    }

    @Override
    public void refresh(Object entity, RelationshipAttribute<?, ?> first, RelationshipAttribute<?, ?>... more) {
        try (var call = enterUsable()) {
            refreshing.refreshRelated(entity, joined(first, more));
        }
    }

    @Override
    public void expire(Object entity, Attribute<?, ?>... only) {
        try (var call = enterUsable()) {
            if (only.length == 0) {
                refreshing.expire(entity);
            } else {
                refreshing.expire(entity, List.of(only));
            }
        }
    }

    @Override
    public void expire(Object entity, RelationshipAttribute<?, ?> first, RelationshipAttribute<?, ?>... more) {
        try (var call = enterUsable()) {
            refreshing.expireRelated(entity, joined(first, more));
        }
    }

    private static List<RelationshipAttribute<?, ?>> joined(
            RelationshipAttribute<?, ?> first, RelationshipAttribute<?, ?>... more) {
        List<RelationshipAttribute<?, ?>> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        return all;
    }

    @Override
    public void expireAll() {
        try (var call = enterUsable()) {
            instances.expireAll();
        }
    }

    @Override
    public void expunge(Object entity) {
        try (var call = enterUsable()) {
            instances.expunge(entity);
        }
    }

    @Override
    public void expungeAll() {
        try (var call = enter()) {
            instances.expungeAll(transactions.deleted());
        }
    }

    @Override
    public Set<Object> newObjects() {
        try (var call = enter()) {
            return instances.newObjects();
        }
    }

    @Override
    public Set<Object> dirty() {
        try (var call = enter()) {
            return instances.dirty();
        }
    }

    @Override
    public Set<Object> deleted() {
        try (var call = enter()) {
            return instances.deleted();
        }
    }

    @Override
    public boolean contains(Object entity) {
        try (var call = enter()) {
            return instances.contains(entity);
        }
    }

    @Override
    public <E> ObjectState<E> inspect(E entity) {
        try (var call = enter()) {
            return new StateView<>(instances.stateOf(entity));
        }
    }

    // -- unit of work and transaction --------------------------------------------------------------------------------

    @Override
    public void flush() {
        try (var call = enterUsable()) {
            work.flush();
        }
    }

    @Override
    public List<PlannedStep> plan() {
        try (var call = enterUsable()) {
            return work.plan();
        }
    }

    @Override
    public void commit() {
        try (var call = enterUsable()) {
            work.commit();
        }
    }

    @Override
    public void rollback() {
        try (var call = enter()) {
            work.rollback();
        }
    }

    @Override
    public Transaction begin() {
        try (var call = enterUsable()) {
            return work.begin();
        }
    }

    @Override
    public <X extends Exception> void transaction(Work<? super Session, X> inner) throws X {
        this.<Boolean, X>inTransaction(session -> {
            inner.run(session);
            return Boolean.TRUE;
        });
    }

    @Override
    public <T extends @Nullable Object, X extends Exception> T inTransaction(SessionFactory.Call<T, X> inner) throws X {
        try (SessionWork.Block block = beginBlock()) {
            T value = inner.call(this);
            block.commit();
            return value;
        }
    }

    private SessionWork.Block beginBlock() {
        try (var call = enterUsable()) {
            return work.beginBlock();
        }
    }

    @Override
    public Transaction beginNested() {
        try (var call = enterUsable()) {
            return work.beginNested();
        }
    }

    @Override
    public <X extends Exception> void nested(Work<? super Session, X> inner) throws X {
        try (Transaction savepoint = beginNested()) {
            inner.run(this);
            savepoint.commit();
        }
    }

    @Override
    public <E> E merge(E given, StatementOption... options) {
        return merge(new Merge(this, instances, options), given);
    }

    @Override
    public <E> E mergeWithoutLoading(E given) {
        return merge(new UnloadedMerge(instances), given);
    }

    private <E> E merge(Merging merging, E given) {
        try (var call = enterUsable()) {
            work.begun();
            autoflush();
            boolean before = isAutoflush;
            isAutoflush = false;
            try {
                return merging.merge(given);
            } finally {
                isAutoflush = before;
            }
        }
    }

    @Override
    public <X extends Exception> void noAutoflush(Work<? super Session, X> work) throws X {
        boolean before = isAutoflush;
        isAutoflush = false;
        try {
            work.run(this);
        } finally {
            isAutoflush = before;
        }
    }

    @Override
    public Connection connection() {
        try (var call = enterUsable()) {
            work.begun();
            return transactions.connection(engines.resolve(null, null));
        }
    }

    @Override
    public boolean isInTransaction() {
        try (var call = enter()) {
            return work.isBegun();
        }
    }

    @Override
    public void reset() {
        try (var call = enter()) {
            letGo();
        }
    }

    private void letGo() {
        try {
            work.abandon();
        } finally {
            instances.expungeAll(transactions.deleted());
            transactions.forget();
        }
    }

    @Override
    public void close() {
        try (var call = confinement.enter()) {
            if (!isClosed) {
                isClosed = true;
                letGo();
            }
        }
    }
}
