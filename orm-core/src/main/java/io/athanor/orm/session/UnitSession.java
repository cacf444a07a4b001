package io.athanor.orm.session;

import io.athanor.engine.Connection;
import io.athanor.engine.InvalidRequestException;
import io.athanor.engine.Result;
import io.athanor.engine.Transaction;
import io.athanor.engine.Work;
import io.athanor.engine.error.NoResultFoundException;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.identity.StateView;
import io.athanor.orm.load.LoadContext;
import io.athanor.orm.load.LoadPlanner;
import io.athanor.orm.load.LoadRun;
import io.athanor.orm.load.PlannedSelect;
import io.athanor.orm.load.RelatedSelect;
import io.athanor.orm.mapper.Attribute;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.query.ExecutionOption;
import io.athanor.orm.query.Query;
import io.athanor.orm.query.QueryRunner;
import io.athanor.orm.state.ObjectState;
import io.athanor.orm.state.PlannedStep;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Delete;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.Row;
import io.athanor.sql.tree.RowShape;
import io.athanor.sql.tree.RowStatement;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.Selectable;
import io.athanor.sql.tree.Statement;
import io.athanor.sql.tree.Update;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A session over its instances, its transaction and what its factory has planned. */
final class UnitSession implements Session, QueryRunner {
    private final Registry registry;
    private final SessionSettings settings;
    private final EngineResolver engines;
    private final Confinement confinement = new Confinement();
    private final Instances instances;
    private final InstanceCalls calls;
    private final SessionWork work;
    private final Listeners listeners;
    private final Transactions transactions = new Transactions();
    private final Synchronizer synchronizer;
    private final LoadContext context;
    private boolean isAutoflush;
    private boolean isClosed;

    UnitSession(Registry registry, SessionSettings settings, Listeners listeners, @Nullable Binding binding) {
        this.listeners = listeners;
        this.registry = registry;
        this.settings = settings;
        this.engines = EngineResolver.only(binding);
        this.calls = new InstanceCalls(this);
        this.instances = calls.instances();
        this.work = new SessionWork(this, calls, transactions, engines, settings.expireOnCommit());
        this.synchronizer = new Synchronizer(registry, instances, transactions);
        this.isAutoflush = settings.autoflush();
        this.context = newContext(false);
    }

    Listeners listeners() {
        return listeners;
    }

    Registry registry() {
        return registry;
    }

    Confinement.Call enter() {
        Confinement.Call call = confinement.enter();
        if (isClosed) {
            call.close();
            throw new SessionClosedException("The session is closed; open a new one from its factory");
        }
        return call;
    }

    Confinement.Call enterUsable() {
        Confinement.Call call = enter();
        if (work.failure() != null) {
            call.close();
            throw new PendingRollbackException(work.failure());
        }
        return call;
    }

    // -- querying ----------------------------------------------------------------------------------------------------

    @Override
    public <E> Query<E> query(Class<E> entity) {
        return new Query<>(this, Select.of(registry.mapper(entity).entity()));
    }

    @Override
    public <T> Query<T> query(Selectable<T> only) {
        return new Query<>(this, Select.of(only));
    }

    @Override
    public Query<Row> query(Selectable<?>... columns) {
        return new Query<>(this, Select.rows(List.of(columns)));
    }

    @Override
    public <T> Result<T> execute(RowStatement<T> statement) {
        return execute(statement, Map.of());
    }

    @Override
    public <T> Result<T> execute(RowStatement<T> statement, Map<String, ?> parameters) {
        return run(statement, parameters, false);
    }

    @Override
    public <T> Result<T> scalars(RowStatement<T> statement) {
        RowShape<T> shape = statement.shapeOfRows();
        if (shape.kind() == RowShape.Kind.ROW) {
            throw new ArgumentException(
                    "scalars(…) was given a statement that selects [%d] things; select one, or use execute(…)"
                            .formatted(shape.selected().size()));
        }
        return execute(statement);
    }

    @Override
    public <T> Result<T> run(RowStatement<T> statement, Map<String, ?> parameters, boolean isPopulatingExisting) {
        try (var call = enterUsable()) {
            autoflush();
            StatementRunner runner = runnerOf(statement);
            LoadContext context = context(isPopulatingExisting || isPopulatingExisting(statement));
            Runnable afterwards = synchronizer.before(statement, parameters, keysBy(runner));
            Result<T> result = runner.run(statement, parameters, context);
            afterwards.run();
            return result;
        }
    }

    private static boolean isPopulatingExisting(RowStatement<?> statement) {
        return statement instanceof Select<?> select
                && select.statementOptions().contains(ExecutionOption.POPULATE_EXISTING);
    }

    private LoadContext context(boolean isPopulatingExisting) {
        return isPopulatingExisting ? newContext(true) : context;
    }

    private LoadContext newContext(boolean isPopulatingExisting) {
        LoadContext.Running nothing =
                new LoadContext.Running(null, Map.of(), settings.labels(), settings.batchLazyLoads(), null);
        return new LoadContext(
                instances.identities(), calls, isPopulatingExisting, nothing, new LoadRun(instances.identities()));
    }

    /** Flush if the session does so before queries, and return a context for loading what is related to instances. */
    LoadContext loading(Select<?> select) {
        autoflush();
        return runnerOf(select).following(context(false), () -> select, Map.of());
    }

    SessionSettings settings() {
        return settings;
    }

    private StatementRunner runnerOf(Statement statement) {
        Binding binding = engines.resolve(null, statement);
        return new StatementRunner(binding, transactions.connection(binding));
    }

    private Synchronizer.KeyReader keysBy(StatementRunner runner) {
        LoadContext context = context(false);
        return (keys, parameters) -> runner.run(keys, parameters, context).all();
    }

    @Override
    public long execute(Insert statement) {
        return change(statement, Map.of());
    }

    @Override
    public long execute(Update statement) {
        return change(statement, Map.of());
    }

    @Override
    public long execute(Delete statement) {
        return change(statement, Map.of());
    }

    @Override
    public long change(Statement statement, Map<String, ?> parameters) {
        try (var call = enterUsable()) {
            autoflush();
            StatementRunner runner = runnerOf(statement);
            Runnable afterwards = synchronizer.before(statement, parameters, keysBy(runner));
            long count = runner.change(statement, parameters);
            afterwards.run();
            return count;
        }
    }

    private void autoflush() {
        if (isAutoflush && !work.isFlushing()) {
            flush();
        }
    }

    @Override
    public <E> Optional<E> get(Class<E> entity, Object id) {
        try (var call = enterUsable()) {
            EntityMapper<E> mapper = registry.entityMapper(entity);
            Object identity = Identities.normalize(mapper, id);
            InstanceState known = instances.identities().find(mapper, identity);
            if (known != null) {
                boolean isThere = !known.hasUnloaded() || loadUnloaded(known);
                return isThere ? Optional.of(entity.cast(known.requireInstance())) : Optional.empty();
            }
            List<Object> found = loadByKey(mapper, identity);
            return found.isEmpty() ? Optional.empty() : Optional.of(entity.cast(found.get(0)));
        }
    }

    List<Object> loadByKey(EntityMapper<?> mapper, Object identity) {
        Binding binding = engines.resolve(mapper, null);
        PlannedSelect planned = binding.planner().byKey(mapper, settings.labels());
        return load(binding, planned, mapper.keyValues(identity));
    }

    LoadPlanner planner(EntityMapper<?> mapper) {
        return engines.resolve(mapper, null).planner();
    }

    /** Load what a relationship of an instance relates it to; flush before that if the session does so before queries. */
    List<Object> load(RelatedSelect related, @Nullable Object[] values) {
        return load(engines.resolve(related.target(), null), related.select(), values);
    }

    private List<Object> load(Binding binding, PlannedSelect planned, @Nullable Object[] values) {
        autoflush();
        return new StatementRunner(binding, transactions.connection(binding)).run(planned, values, context(false));
    }

    @Override
    public <E> E getOne(Class<E> entity, Object id) {
        return get(entity, id)
                .orElseThrow(() -> new NoResultFoundException(
                        "No row of [%s] has the key that was asked for; use get(…) where there may be none"
                                .formatted(entity.getSimpleName())));
    }

    // -- instances ---------------------------------------------------------------------------------------------------

    @Override
    public void add(Object entity) {
        try (var call = enterUsable()) {
            instances.add(entity);
        }
    }

    @Override
    public void addAll(Collection<?> entities) {
        try (var call = enterUsable()) {
            entities.forEach(instances::add);
        }
    }

    @Override
    public void delete(Object entity) {
        try (var call = enterUsable()) {
            instances.delete(entity);
        }
    }

    @Override
    public void refresh(Object entity, Attribute<?, ?>... only) {
        try (var call = enterUsable()) {
            InstanceState state = instances.requirePersistent(entity);
            List<Integer> indexes = indexes(state.mapper(), only);
            autoflushOthers(state, indexes);
            if (!load(state, indexes)) {
                throw new InvalidRequestException("Instance of [%s] could not be refreshed: its row is gone; expunge it"
                        .formatted(entity.getClass().getSimpleName()));
            }
        }
    }

    /** What is about to be overwritten is not written first, as in SQLAlchemy. */
    private void autoflushOthers(InstanceState state, List<Integer> indexes) {
        indexes.forEach(state::expire);
        autoflush();
    }

    boolean load(InstanceState state, List<Integer> indexes) {
        Binding binding = engines.resolve(state.mapper(), null);
        return binding.stateLoader().load(state, indexes, transactions.connection(binding), settings.labels());
    }

    boolean loadUnloaded(InstanceState state) {
        List<Integer> indexes = new ArrayList<>();
        for (MappedAttribute attribute : state.mapper().columnAttributes()) {
            if (state.isUnloaded(attribute.index()) && !state.isDeferred(attribute.index())) {
                indexes.add(attribute.index());
            }
        }
        boolean isThere = indexes.isEmpty() || load(state, indexes);
        if (isThere) {
            state.completeLoad();
        }
        return isThere;
    }

    private static List<Integer> indexes(EntityMapper<?> mapper, Attribute<?, ?>... only) {
        List<Integer> indexes = new ArrayList<>();
        for (Attribute<?, ?> attribute : only) {
            if (!attribute.owner().type().isAssignableFrom(mapper.type())) {
                throw new ArgumentException(
                        "Attribute [%s] is not one of class [%s]; name attributes of the instance's own class"
                                .formatted(attribute, mapper.type().getSimpleName()));
            }
            indexes.add(mapper.require(attribute.name()).index());
        }
        if (only.length == 0) {
            mapper.columnAttributes().forEach(attribute -> indexes.add(attribute.index()));
        }
        return indexes;
    }

    @Override
    public void expire(Object entity, Attribute<?, ?>... only) {
        try (var call = enterUsable()) {
            InstanceState state = instances.requirePersistent(entity);
            if (only.length == 0) {
                instances.expireWithRelated(state);
            } else {
                indexes(state.mapper(), only).forEach(state::expire);
            }
        }
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
    public <E> E merge(E given) {
        try (var call = enterUsable()) {
            autoflush();
            boolean before = isAutoflush;
            isAutoflush = false;
            try {
                return new Merge(this, instances).merge(given);
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
            return transactions.connection(engines.resolve(null, null));
        }
    }

    @Override
    public boolean isInTransaction() {
        try (var call = enter()) {
            return transactions.isOpen();
        }
    }

    @Override
    public void close() {
        try (var call = confinement.enter()) {
            if (isClosed) {
                return;
            }
            isClosed = true;
            try {
                transactions.rollback();
            } finally {
                instances.expungeAll(transactions.deleted());
                transactions.forget();
            }
        }
    }
}
