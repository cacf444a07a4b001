package io.athanor.orm.load;

import io.athanor.engine.Engine;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.LoaderCriteria;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapper.TreeResolver;
import io.athanor.sql.compile.CompiledStatement;
import io.athanor.sql.compile.LruCache;
import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.ForUpdate;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.LabelStyle;
import io.athanor.sql.tree.Returning;
import io.athanor.sql.tree.RowStatement;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.Selectable;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.Statement;
import io.athanor.sql.tree.StatementOption;
import io.athanor.sql.tree.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Plans statements over entities for one engine and one registry. Plans are kept by the structure of the statement as the
 * user wrote it, so that a plan found again resolves nothing. Thread-safe.
 */
public final class LoadPlanner {
    private static final int CAPACITY = 1000;

    private final Engine engine;
    private final Registry registry;
    private final LruCache<StructureKey, LoadPlan> plans = new LruCache<>(CAPACITY);
    private final LruCache<StructureKey, CompiledStatement> changes = new LruCache<>(CAPACITY);
    /** As many as there are entities and ways to name columns. */
    private final Map<ByKey, PlannedSelect> gets = new ConcurrentHashMap<>();

    /** Where what was loaded without a scope keeps its plans. */
    private final Map<EntityMapper<?>, LoadScope> unstated = new ConcurrentHashMap<>();

    private record ByKey(EntityMapper<?> mapper, LabelStyle labels) {}

    /**
     * Create a planner.
     *
     * @param engine compiles
     * @param registry resolves
     */
    public LoadPlanner(Engine engine, Registry registry) {
        this.engine = engine;
        this.registry = registry;
    }

    /**
     * Plan a statement.
     *
     * @param statement a {@link Select} or {@link Returning}
     * @param key its structure
     * @return the plan
     */
    public LoadPlan plan(RowStatement<?> statement, StructureKey key) {
        if (!key.cacheable() || hasCriteria(statement)) {
            return make(statement, key);
        }
        LoadPlan known = plans.get(key);
        if (known == null) {
            known = make(statement, key);
            plans.put(key.withoutBinds(), known);
        }
        return known;
    }

    /**
     * Plan a SELECT that is run again and again with other values.
     *
     * @param select selects one entity
     * @param places the binds that take other values, those of the conditions
     * @return the plan, to be kept by the caller
     */
    public PlannedSelect planned(Select<?> select, List<Bind<?>> places) {
        Select<?> whole = LoaderCriteria.apply(select, GivenOptions.of(select));
        StructureKey key = StructureKey.of(whole);
        return new PlannedSelect(plan(whole, key), whole, key.binds(), places);
    }

    /**
     * Plan the SELECT of one instance by its key.
     *
     * @param mapper the entity
     * @param labels how the columns are named
     * @param lock how the row is locked, or {@code null} if it is not
     * @param options what the statement is told
     * @return the plan, whose values are those of the key in order
     */
    public PlannedSelect byKey(
            EntityMapper<?> mapper, LabelStyle labels, @Nullable ForUpdate lock, StatementOption... options) {
        boolean isUsual = lock == null && options.length == 0;
        if (isUsual) {
            return gets.computeIfAbsent(new ByKey(mapper, labels), this::usualByKey);
        }
        List<Bind<?>> places = mapper.keyPlaces();
        Select<?> select = byKey(mapper, places).options(options).labelStyle(labels);
        return planned(lock == null ? select : select.forUpdate(lock), places);
    }

    private PlannedSelect usualByKey(ByKey key) {
        List<Bind<?>> places = key.mapper().keyPlaces();
        return planned(byKey(key.mapper(), places).labelStyle(key.labels()), places);
    }

    private static Select<?> byKey(EntityMapper<?> mapper, List<Bind<?>> places) {
        return Select.of(mapper.entity()).where(mapper.isRow(places));
    }

    /**
     * Plan the SELECT that loads a relationship of one instance.
     *
     * @param relationship the relationship
     * @param scope what the statement that loaded the instance has said; {@code null} if it has said nothing
     * @param labels how the columns are named
     * @return the plan
     */
    public RelatedSelect related(MappedRelationship relationship, @Nullable LoadScope scope, LabelStyle labels) {
        LoadScope holder = scope == null ? unstated.computeIfAbsent(relationship.owner(), LoadScope::unstated) : scope;
        RelatedSelect known = holder.related(relationship);
        if (known == null || !known.isOf(this, labels)) {
            known = RelatedSelect.of(this, relationship, scope, labels);
            holder.keep(relationship, known);
        }
        return known;
    }

    /**
     * Put the values of objects that relationships are compared with into a statement.
     *
     * @param statement a statement that cannot be told by its structure
     * @return one that perhaps can
     */
    public RowStatement<?> withValues(RowStatement<?> statement) {
        return (RowStatement<?>) new TreeResolver(registry).withValues(statement);
    }

    /**
     * Return how many plans are kept.
     *
     * @return the number
     */
    public int size() {
        return plans.size();
    }

    /** The values of a condition in an option are a part of the plan. */
    private static boolean hasCriteria(RowStatement<?> statement) {
        return LoadScope.hasCriteria(GivenOptions.of(statement));
    }

    private LoadPlan make(RowStatement<?> statement, StructureKey key) {
        TreeResolver resolver = new TreeResolver(registry);
        List<StatementOption> options = GivenOptions.of(statement);
        if (options.stream().noneMatch(Continued.class::isInstance)) {
            refuseBelow(statement, options);
        }
        SelectList list = new SelectList(registry, resolver, options, statement instanceof Select<?>);
        if (statement instanceof Returning<?> returning) {
            returning.selected().forEach(list::add);
            Returning<?> resolved = (Returning<?>) resolver.resolve(returning.withOnlyColumns(list.columns()));
            return list.plan(resolved.selected(), engine.compile(resolved, key));
        }
        if (statement instanceof FromStatement<?> from) {
            return fromStatement(from, key, resolver, list);
        }
        Select<?> select = (Select<?>) statement;
        select.selected().forEach(list::add);
        List<Selectable<?>> own = List.copyOf(list.columns());
        EagerJoins joins = list.join();
        Select<?> resolved = (Select<?>) resolver.resolve(select.withOnlyColumns(own));
        if (joins.isEmpty()) {
            return list.plan(resolved.selected(), engine.compile(resolved, key));
        }
        EagerJoins.Joined joined = joins.on(
                resolved, list.columns().subList(own.size(), list.columns().size()));
        return list.plan(joined.columns(), engine.compile(joined.select(), key));
    }

    /** Criteria are put into the statement that is executed as a whole, and nowhere else. */
    private static void refuseBelow(SqlNode node, List<StatementOption> known) {
        for (SqlNode child : node.children()) {
            for (StatementOption option : child instanceof Statement ? GivenOptions.of(child) : known) {
                if (option instanceof LoaderCriteria<?> && !known.contains(option)) {
                    throw new ArgumentException(
                            "withLoaderCriteria(…) is an option of a statement within another one; make it one of that which is executed");
                }
            }
            refuseBelow(child, known);
        }
    }

    /** The binds of the statement are those of the whole, since what is read holds none. */
    private LoadPlan fromStatement(FromStatement<?> from, StructureKey key, TreeResolver resolver, SelectList list) {
        from.selected().forEach(list::add);
        Statement written = (Statement) resolver.resolve(from.written());
        List<SqlNode> columns = new ArrayList<>();
        list.columns().forEach(each -> columns.add(resolver.resolve(each)));
        CompiledStatement compiled = engine.compile(written, key);
        return written instanceof Text
                ? new LoadPlan(compiled, cursor -> list.plan(columns, compiled, cursor))
                : list.plan(columns, compiled);
    }

    /**
     * Replace the attributes of an INSERT by columns and cut it into statements that the database takes.
     *
     * @param insert the INSERT, perhaps of more rows than one statement may have
     * @return the statements in the order of the rows
     */
    public List<Insert> portions(Insert insert) {
        return insert.rows().size() < 2
                ? List.of(insert)
                : engine.portions((Insert) new TreeResolver(registry).resolve(insert));
    }

    /**
     * Compile a change of entities.
     *
     * @param change an INSERT, UPDATE or DELETE
     * @param key its structure
     * @return the compiled change
     */
    public CompiledStatement change(Statement change, StructureKey key) {
        CompiledStatement known = changes.get(key);
        if (known == null) {
            known = engine.compile((Statement) new TreeResolver(registry).resolve(change), key);
            if (key.cacheable()) {
                changes.put(key.withoutBinds(), known);
            }
        }
        return known;
    }
}
