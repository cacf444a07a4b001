package io.athanor.orm.query;

import static io.athanor.sql.Sql.func;

import io.athanor.engine.Result;
import io.athanor.orm.mapper.Attribute;
import io.athanor.orm.mapper.EntityRef;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FromClause;
import io.athanor.sql.tree.JoinTarget;
import io.athanor.sql.tree.LabelStyle;
import io.athanor.sql.tree.Orderable;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SelectSource;
import io.athanor.sql.tree.SelectStatement;
import io.athanor.sql.tree.Selectable;
import io.athanor.sql.tree.SqlNode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT with a session: every clause returns a new query, the verbs run it; SQLAlchemy's {@code Query}. A query may be
 * kept and run again; it is used by one thread at a time, as its session is.
 *
 * @param <T> what each row yields
 * @since 0.1.0
 */
public final class Query<T> implements SelectSource<T>, Iterable<T> {
    private final QueryRunner runner;
    private final Select<T> select;
    private final Map<String, @Nullable Object> parameters;
    private final boolean isPopulatingExisting;

    private Query(
            QueryRunner runner,
            Select<T> select,
            Map<String, @Nullable Object> parameters,
            boolean isPopulatingExisting) {
        this.runner = runner;
        this.select = select;
        this.parameters = parameters;
        this.isPopulatingExisting = isPopulatingExisting;
    }

    /**
     * Create a query; called by the session.
     *
     * @param runner runs it
     * @param select what to select
     */
    public Query(QueryRunner runner, Select<T> select) {
        this(runner, select.labelStyle(LabelStyle.TABLE_COLUMN_ONCE), Map.of(), false);
    }

    private Query<T> with(Select<T> changed) {
        return new Query<>(runner, changed, parameters, isPopulatingExisting);
    }

    /**
     * Add conditions; all must hold.
     *
     * @param conditions the conditions
     * @return a new query
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final Query<T> filter(Expression<Boolean>... conditions) {
        return with(select.where(conditions));
    }

    /**
     * Add a condition: an attribute equals a value.
     *
     * @param attribute an attribute of an entity of this query
     * @param value the value; {@code null} asks for NULL
     * @param <V> its Java type
     * @return a new query
     * @throws ArgumentException if the entity of the attribute is not in the query
     */
    public <V> Query<T> filterBy(Attribute<?, V> attribute, @Nullable V value) {
        Set<Class<?>> entities = entities();
        if (!entities.isEmpty() && entities.stream().noneMatch(attribute.owner().type()::isAssignableFrom)) {
            throw new ArgumentException(
                    "filterBy was given attribute [%s.%s], but the query is over %s; join its entity, or use filter(…)"
                            .formatted(attribute.owner().type().getSimpleName(), attribute.name(), names(entities)));
        }
        return with(select.where(attribute.eq(value)));
    }

    private static List<String> names(Set<Class<?>> entities) {
        return entities.stream().map(Class::getSimpleName).toList();
    }

    private Set<Class<?>> entities() {
        Set<Class<?>> found = new LinkedHashSet<>();
        select.selected().forEach(node -> collect(node, found));
        select.froms().forEach(node -> collect(node, found));
        select.joins().forEach(join -> collect(join.target(), found));
        return found;
    }

    private static void collect(SqlNode node, Set<Class<?>> found) {
        if (node instanceof EntityRef<?> entity) {
            found.add(entity.type());
        } else if (node instanceof Attribute<?, ?> attribute) {
            found.add(attribute.owner().type());
        } else {
            node.children().forEach(child -> collect(child, found));
        }
    }

    /**
     * State FROM; SQLAlchemy's {@code select_from}.
     *
     * @param from elements to be in FROM in any case
     * @return a new query
     */
    public Query<T> selectFrom(FromClause... from) {
        return with(select.from(from));
    }

    /**
     * Join, ON by a foreign key.
     *
     * @param target what is joined
     * @return a new query
     */
    public Query<T> join(JoinTarget target) {
        return with(select.join(target));
    }

    /**
     * Join.
     *
     * @param target what is joined
     * @param on the condition
     * @return a new query
     */
    public Query<T> join(JoinTarget target, Expression<Boolean> on) {
        return with(select.join(target, on));
    }

    /**
     * Left outer join, ON by a foreign key.
     *
     * @param target what is joined
     * @return a new query
     */
    public Query<T> outerJoin(JoinTarget target) {
        return with(select.outerJoin(target));
    }

    /**
     * Left outer join.
     *
     * @param target what is joined
     * @param on the condition
     * @return a new query
     */
    public Query<T> outerJoin(JoinTarget target, Expression<Boolean> on) {
        return with(select.outerJoin(target, on));
    }

    /**
     * Group.
     *
     * @param by what rows of one group have in common
     * @return a new query
     */
    public Query<T> groupBy(Expression<?>... by) {
        return with(select.groupBy(by));
    }

    /**
     * Add conditions on groups; all must hold.
     *
     * @param conditions the conditions
     * @return a new query
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final Query<T> having(Expression<Boolean>... conditions) {
        return with(select.having(conditions));
    }

    /**
     * Sort, after what is sorted by already.
     *
     * @param order what to sort by
     * @return a new query
     */
    public Query<T> orderBy(Orderable... order) {
        return with(select.orderBy(order));
    }

    /**
     * Sort by a label or column of the select list.
     *
     * @param label its name; never SQL
     * @return a new query, refused when run if nothing has the name
     */
    public Query<T> orderBy(String label) {
        return with(select.orderBy(label));
    }

    /**
     * Drop equal rows.
     *
     * @return a new query
     */
    public Query<T> distinct() {
        return with(select.distinct());
    }

    /**
     * Return at most so many rows.
     *
     * @param n the number, 0 or more
     * @return a new query
     */
    public Query<T> limit(long n) {
        return with(select.limit(n));
    }

    /**
     * Leave out the first rows.
     *
     * @param n the number, 0 or more
     * @return a new query
     */
    public Query<T> offset(long n) {
        return with(select.offset(n));
    }

    /**
     * Return the rows from one position to another, counted from the offset that is stated already; a Python slice.
     *
     * @param from the first position, from 0
     * @param to the position behind the last one
     * @return a new query
     */
    public Query<T> slice(long from, long to) {
        long before = count(select.rowLimit().offset(), 0);
        return with(select.slice(before + from, before + to));
    }

    /**
     * Give a named bind its value.
     *
     * @param name the name, as {@code :name} in a text
     * @param value the value, or {@code null} for NULL
     * @return a new query
     */
    public Query<T> params(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new HashMap<>(parameters);
        more.put(name, value);
        return new Query<>(runner, select, more, isPopulatingExisting);
    }

    /**
     * Overwrite what is loaded already, changes included.
     *
     * @return a new query
     */
    public Query<T> populateExisting() {
        return new Query<>(runner, select, parameters, true);
    }

    private Result<T> run() {
        return runner.run(select, parameters, isPopulatingExisting);
    }

    /**
     * Run the query.
     *
     * @return all that it yields; an entity that stands in several rows once, if nothing else is selected
     */
    public List<T> all() {
        try (Result<T> result = run()) {
            return isOneEntity() ? result.unique().all() : result.all();
        }
    }

    private static long count(@Nullable Expression<?> count, long otherwise) {
        return count instanceof Bind<?> bind && bind.value() instanceof Long number ? number : otherwise;
    }

    private boolean isOneEntity() {
        return select.selected().size() == 1 && select.selected().get(0) instanceof EntityRef<?>;
    }

    /**
     * Run the query for its first row.
     *
     * @return what it yields; empty if there is no row, or if a single column holds NULL
     */
    public Optional<T> first() {
        long offset = count(select.rowLimit().offset(), 0);
        try (Result<T> result = with(select.limit(atMostOne()).offset(offset)).run()) {
            return result.first();
        }
    }

    private long atMostOne() {
        return Math.min(1, count(select.rowLimit().limit(), 1));
    }

    /**
     * Run the query for its only row.
     *
     * @return what it yields, {@code null} if a single column holds NULL
     * @throws io.athanor.engine.error.NoResultFoundException if there is no row
     * @throws io.athanor.engine.error.MultipleResultsFoundException if there is more than one
     */
    public T one() {
        try (Result<T> result = run()) {
            return isOneEntity() ? result.unique().one() : result.one();
        }
    }

    /**
     * Run the query for its only row, if there is one.
     *
     * @return what it yields; empty if there is no row
     * @throws io.athanor.engine.error.MultipleResultsFoundException if there is more than one
     */
    public Optional<T> oneOrNone() {
        try (Result<T> result = run()) {
            return isOneEntity() ? result.unique().oneOrNone() : result.oneOrNone();
        }
    }

    /**
     * Run the query for the value of its only row.
     *
     * @return what it yields; {@code null} if there is no row
     * @throws io.athanor.engine.error.MultipleResultsFoundException if there is more than one
     */
    public @Nullable T scalar() {
        return oneOrNone().orElse(null);
    }

    /**
     * Count the rows, not the entities.
     *
     * @return the number
     */
    public long count() {
        Select<Long> count = Select.of(func.count()).from(subquery()).labelStyle(LabelStyle.TABLE_COLUMN_ONCE);
        try (Result<Long> result = runner.run(count, parameters, false)) {
            return result.one();
        }
    }

    /**
     * Ask whether there is a row.
     *
     * @return whether there is
     */
    public boolean exists() {
        try (Result<T> result = with(select.limit(atMostOne())).run()) {
            return result.iterator().hasNext();
        }
    }

    /**
     * Run the query.
     *
     * @return what it yields, one after the other
     */
    public Stream<T> stream() {
        return all().stream();
    }

    @Override
    public Iterator<T> iterator() {
        return all().iterator();
    }

    @Override
    public SelectStatement<T> toSelect() {
        return select;
    }

    /**
     * Put this query into FROM of another, under a generated name.
     *
     * @return the subquery
     */
    public DerivedTable subquery() {
        return select.subquery();
    }

    /**
     * Put this query into FROM of another.
     *
     * @param name its name there
     * @return the subquery
     */
    public DerivedTable subquery(String name) {
        return select.subquery(name);
    }

    /**
     * Use this query as a value in another.
     *
     * @return the value of its only column
     */
    public Expression<T> scalarSubquery() {
        return select.scalarSubquery();
    }

    @Override
    public String toString() {
        return "Query(" + select.selected().stream().map(Selectable::toString).toList() + ")";
    }
}
