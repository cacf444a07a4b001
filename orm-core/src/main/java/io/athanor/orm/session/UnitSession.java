package io.athanor.orm.session;

import io.athanor.engine.InvalidRequestException;
import io.athanor.engine.Result;
import io.athanor.orm.flush.BulkWriter;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.load.GivenOptions;
import io.athanor.orm.load.LoadContext;
import io.athanor.orm.load.LoadPlanner;
import io.athanor.orm.load.LoadRun;
import io.athanor.orm.load.PlannedSelect;
import io.athanor.orm.load.RelatedSelect;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.LoaderCriteria;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.query.ExecutionOption;
import io.athanor.orm.query.Query;
import io.athanor.orm.query.QueryRunner;
import io.athanor.orm.query.YieldPer;
import io.athanor.orm.session.StatementRunner.Taking;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Assignments;
import io.athanor.sql.tree.Delete;
import io.athanor.sql.tree.ForUpdate;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.Row;
import io.athanor.sql.tree.RowShape;
import io.athanor.sql.tree.RowStatement;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.Selectable;
import io.athanor.sql.tree.Statement;
import io.athanor.sql.tree.StatementOption;
import io.athanor.sql.tree.Update;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A session over its instances, its transaction and what its factory has planned: what it executes. */
abstract class UnitSession implements Session, QueryRunner {
    private final Registry registry;
    private final SessionSettings settings;
    final EngineResolver engines;
    final Confinement confinement = new Confinement();
    final Instances instances;
    private final InstanceCalls calls;
    final Refreshing refreshing;
    final SessionWork work;
    private final Listeners listeners;
    final Transactions transactions = new Transactions();
    private final Synchronizer synchronizer;
    private final LoadContext context;
    final KeyLookup lookup;
    boolean isAutoflush;
    boolean isClosed;

    UnitSession(Registry registry, SessionSettings settings, Listeners listeners, @Nullable Binding binding) {
        this.listeners = listeners;
        this.registry = registry;
        this.settings = settings;
        this.engines = EngineResolver.only(binding);
        this.calls = new InstanceCalls(this);
        this.instances = calls.instances();
        this.refreshing = new Refreshing(this, instances);
        this.work = new SessionWork(this, calls, transactions, engines, settings.expireOnCommit());
        this.synchronizer = new Synchronizer(registry, instances, transactions);
        this.lookup = new KeyLookup(this, instances.identities());
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
        if (work.isBlockOver()) {
            call.close();
            throw new InvalidRequestException(
                    "The transaction of this block has ended already; leave the block before using the session again");
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
    public <T> Result<T> run(RowStatement<T> given, Map<String, ?> parameters, boolean isUnique) {
        try (var call = enterUsable()) {
            autoflush();
            List<StatementOption> options = GivenOptions.of(given);
            RowStatement<T> statement = LoaderCriteria.apply(given, options);
            StatementRunner runner = runnerOf(statement);
            LoadContext context = context(options.contains(ExecutionOption.POPULATE_EXISTING));
            Runnable afterwards = synchronizer.before(statement, parameters, keysBy(runner));
            Taking taking = new Taking(isUnique, settings.requireUnique(), portion(options));
            Result<T> result = runner.run(statement, parameters, context, taking);
            afterwards.run();
            return result;
        }
    }

    private static int portion(List<StatementOption> options) {
        int portion = 0;
        for (StatementOption option : options) {
            portion = option instanceof YieldPer each ? each.rows() : portion;
        }
        return portion;
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

    boolean isFlushing() {
        return work.isFlushing();
    }

    SessionWork work() {
        return work;
    }

    SessionSettings settings() {
        return settings;
    }

    private StatementRunner runnerOf(Statement statement) {
        work.begun();
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
    public long change(Statement given, Map<String, ?> parameters) {
        try (var call = enterUsable()) {
            autoflush();
            Statement statement = LoaderCriteria.apply(given, GivenOptions.of(given));
            return synchronizer.change(statement, parameters, runnerOf(statement), context(false));
        }
    }

    /** Load a relationship of instances together, if they are many. */
    final void loadAhead(MappedRelationship relationship, List<InstanceState> states) {
        calls.related().loadAhead(relationship, states);
    }

    @Override
    public <P> void bulkUpdate(Class<?> entity, Iterable<? extends P> rows, BiConsumer<Assignments, ? super P> each) {
        try (var call = enterUsable()) {
            autoflush();
            bulkOperations().update(entity, rows, each);
        }
    }

    @Override
    public void bulkSave(Collection<?> entities) {
        try (var call = enterUsable()) {
            autoflush();
            bulkOperations().save(entities);
        }
    }

    private BulkOperations bulkOperations() {
        work.begun();
        Binding binding = engines.resolve(null, null);
        BulkWriter writer = new BulkWriter(
                binding.writePlans(),
                transactions.connection(binding),
                new SessionScope(calls, transactions, binding, listeners));
        return new BulkOperations(registry, instances, synchronizer, writer);
    }

    final void autoflush() {
        if (isAutoflush && !work.isFlushing()) {
            flush();
        }
    }

    @Override
    public <E> Optional<E> get(Class<E> entity, @Nullable Object id, StatementOption... options) {
        try (var call = enterUsable()) {
            return lookup.find(entity, id, null, options);
        }
    }

    LoadPlanner planner(EntityMapper<?> mapper) {
        return engines.resolve(mapper, null).planner();
    }

    /** Load what a relationship of an instance relates it to; flush before that if the session does so before queries. */
    List<Object> load(RelatedSelect related, @Nullable Object[] values) {
        return load(related.target(), related.select(), values, false);
    }

    List<Object> load(
            EntityMapper<?> mapper, PlannedSelect planned, @Nullable Object[] values, boolean isPopulatingExisting) {
        autoflush();
        work.begun();
        Binding binding = engines.resolve(mapper, null);
        return new StatementRunner(binding, transactions.connection(binding))
                .run(planned, values, context(isPopulatingExisting));
    }

    @Override
    public <E> Optional<E> get(Class<E> entity, @Nullable Object id, ForUpdate lock, StatementOption... options) {
        try (var call = enterUsable()) {
            return lookup.find(entity, id, lock, options);
        }
    }

    @Override
    public <E> E getOne(Class<E> entity, @Nullable Object id, StatementOption... options) {
        return get(entity, id, options).orElseThrow(() -> KeyLookup.none(entity));
    }

    @Override
    public <E> E getOne(Class<E> entity, @Nullable Object id, ForUpdate lock, StatementOption... options) {
        return get(entity, id, lock, options).orElseThrow(() -> KeyLookup.none(entity));
    }

    boolean load(InstanceState state, List<Integer> indexes) {
        return load(state, indexes, null);
    }

    boolean load(InstanceState state, List<Integer> indexes, @Nullable ForUpdate lock) {
        work.begun();
        Binding binding = engines.resolve(state.mapper(), null);
        return binding.stateLoader().load(state, indexes, transactions.connection(binding), settings.labels(), lock);
    }

    boolean loadUnloaded(InstanceState state) {
        return refreshing.loadUnloaded(state);
    }
}
