package io.athanor.orm.session;

import io.athanor.engine.RowInsert;
import io.athanor.orm.flush.FlushScope;
import io.athanor.orm.identity.EntityKey;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.identity.PersistenceContext;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapper.TreeResolver;
import io.athanor.orm.state.ObjectState.Lifecycle;
import io.athanor.sql.compile.CompiledStatement;
import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Update;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a flush sees of its session. */
final class SessionScope implements FlushScope {
    private static final System.Logger LOG = System.getLogger("io.athanor.orm.session.Session");

    private final Instances instances;
    private final PersistenceContext context;
    private final RelatedLoads related;
    private final Transactions transactions;
    private final Listeners listeners;
    private final Binding binding;
    private final Registry registry;
    private final InstanceCalls calls;

    SessionScope(InstanceCalls calls, Transactions transactions, Binding binding, Listeners listeners) {
        this.calls = calls;
        this.registry = calls.registry();
        this.binding = binding;
        this.listeners = listeners;
        this.instances = calls.instances();
        this.context = calls;
        this.related = calls.related();
        this.transactions = transactions;
    }

    @Override
    public boolean contains(InstanceState state) {
        return state.context() == context
                && (state.lifecycle() == Lifecycle.PENDING || state.lifecycle() == Lifecycle.PERSISTENT);
    }

    @Override
    public @Nullable InstanceState find(EntityKey key) {
        return instances.identities().find(key);
    }

    @Override
    public List<InstanceState> deletedWith(InstanceState state) {
        return instances.deletedWith(state);
    }

    @Override
    public @Nullable Object oldReference(InstanceState state, int index) {
        List<Object> found =
                related.load(state, Objects.requireNonNull(state.mapper().relationship(index)));
        return found.isEmpty() ? null : found.get(0);
    }

    @Override
    public void warnNotInSession(Object relationship, String operation) {
        LOG.log(
                System.Logger.Level.WARNING,
                "Relationship [{0}] relates an object that is in no session, so that its [{1}] is not written; add the object",
                relationship,
                operation);
    }

    @Override
    public @Nullable Object[] insert(Insert insert, List<? extends NamedColumn<?>> generated) {
        Insert resolved = (Insert) new TreeResolver(registry).resolve(insert);
        RowInsert row = binding.engine().rowInsert(resolved, generated);
        List<@Nullable Object[]> keys = transactions.connection(binding).insert(row, List.of(row.bindStated()));
        return keys.isEmpty() ? new Object[0] : keys.get(0);
    }

    @Override
    public long change(Update update) {
        StructureKey key = StructureKey.of(update);
        CompiledStatement compiled = binding.planner().change(update, key);
        return transactions.connection(binding).update(compiled.bind(key.binds(), Map.of()));
    }

    @Override
    public void load(InstanceState state, List<Integer> indexes) {
        calls.loadNow(state, indexes);
    }

    @Override
    public List<InstanceState> persistent() {
        return instances.identities().states();
    }

    @Override
    public void followed(InstanceState state) {
        transactions.updated().add(state);
    }

    @Override
    public void warnRowsGone(String table, long expected, long met) {
        LOG.log(
                System.Logger.Level.WARNING,
                "DELETE of table [{0}] was to meet [{1}] rows but met [{2}]; the others were deleted by somebody else",
                table,
                expected,
                met);
    }

    @Override
    public void rekey(InstanceState state, EntityKey key) {
        transactions.rekeyed().putIfAbsent(state, Objects.requireNonNull(state.key()));
        instances.rekey(state, key);
    }

    @Override
    public void loadForWriting(MappedRelationship relationship, List<InstanceState> states) {
        related.loadForWriting(relationship, states);
    }

    @Override
    public boolean isHeard() {
        return listeners.isRowHeard();
    }

    @Override
    public void inserting(InstanceState state) {
        listeners.inserting(state.requireInstance());
    }

    @Override
    public void updating(InstanceState state) {
        listeners.updating(state.requireInstance());
    }
}
