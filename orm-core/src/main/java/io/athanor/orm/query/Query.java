package io.athanor.orm.query;

import io.athanor.orm.mapper.Attribute;
import io.athanor.orm.mapper.EntityRef;
import io.athanor.orm.mapper.RelationshipAttribute;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.ForUpdate;
import io.athanor.sql.tree.FromClause;
import io.athanor.sql.tree.JoinTarget;
import io.athanor.sql.tree.LabelStyle;
import io.athanor.sql.tree.Orderable;
import io.athanor.sql.tree.RowStatement;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SelectSource;
import io.athanor.sql.tree.SelectStatement;
import io.athanor.sql.tree.Selectable;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.StatementOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT with a session: every clause returns a new query, the verbs run it; SQLAlchemy's {@code Query}. A query may be
 * kept and run again; it is used by one thread at a time, as its session is.
 *
 * @param <T> what each row yields
 * @since 0.1.0
 */
public final class Query<T> extends QueryVerbs<T> implements SelectSource<T> {
    private Query(QueryRunner runner, QueryPlan<T> plan) {
        super(runner, plan);
    }

    /**
     * Create a query; called by the session.
     *
     * @param runner runs it
     * @param select what to select
     */
    public Query(QueryRunner runner, Select<T> select) {
        this(runner, QueryPlan.of(select.labelStyle(LabelStyle.TABLE_COLUMN_ONCE)));
    }

    private Select<?> select() {
        return plan.select();
    }

    private Query<T> with(Select<?> changed) {
        return new Query<>(runner, plan.with(changed));
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
        return with(select().where(conditions));
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
        return with(select().where(attribute.eq(value)));
    }

    /**
     * Ask for the objects that are related to one; SQLAlchemy's {@code with_parent}.
     *
     * @param parent the object that has the relationship
     * @param relationship the relationship
     * @param <P> the class of the object
     * @return a new query
     */
    public <P> Query<T> withParent(P parent, RelationshipAttribute<? super P, ?> relationship) {
        return with(select().where(RelationshipAttribute.withParent(parent, relationship)));
    }

    private static List<String> names(Set<Class<?>> entities) {
        return entities.stream().map(Class::getSimpleName).toList();
    }

    private Set<Class<?>> entities() {
        Set<Class<?>> found = new LinkedHashSet<>();
        select().selected().forEach(node -> collect(node, found));
        select().froms().forEach(node -> collect(node, found));
        select().joins().forEach(join -> collect(join.target(), found));
        return found;
    }

    private static void collect(SqlNode node, Set<Class<?>> found) {
        if (node instanceof EntityRef<?> entity) {
            found.add(entity.type());
        } else if (node instanceof Attribute<?, ?> attribute) {
            found.add(attribute.owner().type());
        } else if (node instanceof RelationshipAttribute<?, ?> relationship) {
            found.add(relationship.owner().type());
            found.add(relationship.target());
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
        return with(select().from(from));
    }

    /**
     * Join, ON by a foreign key.
     *
     * @param target what is joined
     * @return a new query
     */
    public Query<T> join(JoinTarget target) {
        return with(select().join(target));
    }

    /**
     * Join.
     *
     * @param target what is joined
     * @param on the condition
     * @return a new query
     */
    public Query<T> join(JoinTarget target, Expression<Boolean> on) {
        return with(select().join(target, on));
    }

    /**
     * Left outer join, ON by a foreign key.
     *
     * @param target what is joined
     * @return a new query
     */
    public Query<T> outerJoin(JoinTarget target) {
        return with(select().outerJoin(target));
    }

    /**
     * Left outer join.
     *
     * @param target what is joined
     * @param on the condition
     * @return a new query
     */
    public Query<T> outerJoin(JoinTarget target, Expression<Boolean> on) {
        return with(select().outerJoin(target, on));
    }

    /**
     * Group.
     *
     * @param by what rows of one group have in common
     * @return a new query
     */
    public Query<T> groupBy(Expression<?>... by) {
        return with(select().groupBy(by));
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
        return with(select().having(conditions));
    }

    /**
     * Sort, after what is sorted by already.
     *
     * @param order what to sort by
     * @return a new query
     */
    public Query<T> orderBy(Orderable... order) {
        return with(select().orderBy(order));
    }

    /**
     * Sort by a label or column of the select list.
     *
     * @param label its name; never SQL
     * @return a new query, refused when run if nothing has the name
     */
    public Query<T> orderBy(String label) {
        return with(select().orderBy(label));
    }

    /**
     * Drop equal rows.
     *
     * @return a new query
     */
    public Query<T> distinct() {
        return with(select().distinct());
    }

    /**
     * Return at most so many rows.
     *
     * @param n the number, 0 or more
     * @return a new query
     */
    public Query<T> limit(long n) {
        return with(select().limit(n));
    }

    /**
     * Leave out the first rows.
     *
     * @param n the number, 0 or more
     * @return a new query
     */
    public Query<T> offset(long n) {
        return with(select().offset(n));
    }

    /**
     * Return the rows from one position to another, counted from the offset that is stated already; a Python slice.
     *
     * @param from the first position, from 0
     * @param to the position behind the last one
     * @return a new query
     */
    public Query<T> slice(long from, long to) {
        long before = number(select().rowLimit().offset(), 0);
        return with(select().slice(before + from, before + to));
    }

    /**
     * Give a named bind its value.
     *
     * @param name the name, as {@code :name} in a text
     * @param value the value, or {@code null} for NULL
     * @return a new query
     */
    public Query<T> params(String name, @Nullable Object value) {
        return new Query<>(runner, plan.with(name, value));
    }

    /**
     * Overwrite what is loaded already, changes included.
     *
     * @return a new query
     */
    public Query<T> populateExisting() {
        return options(ExecutionOption.POPULATE_EXISTING);
    }

    /**
     * Tell the session how to run the query.
     *
     * @param options the options, after those stated already
     * @return a new query
     */
    public Query<T> options(StatementOption... options) {
        return new Query<>(runner, plan.options(options));
    }

    /**
     * Lock the rows that the query finds until the transaction ends, as by FOR UPDATE. What instances hold is not overwritten,
     * unless the query populates existing ones.
     *
     * @return a new query
     */
    public Query<T> withForUpdate() {
        return withForUpdate(ForUpdate.UPDATE);
    }

    /**
     * Lock the rows that the query finds until the transaction ends.
     *
     * @param lock how, of which entities, and what is done about rows that others have locked; a database without row locks
     *     ignores it
     * @return a new query
     */
    public Query<T> withForUpdate(ForUpdate lock) {
        return with(select().forUpdate(lock));
    }

    /**
     * Read the rows in portions, as they are asked for: each portion is loaded with what is related to it, and only what is in
     * use stays in memory. For {@code stream}, {@code partitions} and iteration; SQLAlchemy's {@code yield_per}. Rows may then
     * repeat. Loading collections by joins, and by subqueries, is refused, since it needs all rows at once.
     *
     * @param rows how many rows a portion has
     * @return a new query
     * @throws ArgumentException if that is less than 1
     */
    public Query<T> yieldPer(int rows) {
        return options(new YieldPer(rows));
    }

    /**
     * Take the rows from a statement that was written otherwise, instead of selecting them. It yields columns for the key of
     * each entity that the query selects at least; attributes that it leaves out are loaded when they are read.
     *
     * @param statement a text, a SELECT, or a change that returns rows; columns of a text that are not stated are found by
     *     their names
     * @return a new query, to which no clause can be added
     * @throws ArgumentException if the query has clauses already
     */
    public Query<T> fromStatement(RowStatement<?> statement) {
        return new Query<>(runner, plan.from(statement));
    }

    /**
     * Make a record of each row: its components are matched with what is selected by name if all have one of their name, else
     * by position.
     *
     * @param record a public record in a package that its module exports
     * @param <R> the record
     * @return a new query
     * @throws ArgumentException if the components do not fit what is selected, or the record cannot be constructed
     */
    public <R extends Record> Query<R> into(Class<R> record) {
        return new Query<>(runner, plan.into(record));
    }

    /**
     * Make something of what each row yields.
     *
     * @param function makes it, once for each row that is read
     * @param <U> what it makes
     * @return a new query
     */
    public <U> Query<U> map(Function<? super T, ? extends U> function) {
        return new Query<>(runner, plan.map(function));
    }

    @Override
    public SelectStatement<T> toSelect() {
        return plan.source();
    }

    /**
     * Put this query into FROM of another, under a generated name.
     *
     * @return the subquery
     */
    public DerivedTable subquery() {
        return unlabelled().subquery();
    }

    /**
     * Put this query into FROM of another.
     *
     * @param name its name there
     * @return the subquery
     */
    public DerivedTable subquery(String name) {
        return unlabelled().subquery(name);
    }

    /** The columns of a subquery are known by their own names. */
    private Select<?> unlabelled() {
        return select().labelStyle(LabelStyle.DISAMBIGUATE);
    }

    /**
     * Use this query as a value in another.
     *
     * @return the value of its only column
     */
    public Expression<T> scalarSubquery() {
        return toSelect().scalarSubquery();
    }

    @Override
    public String toString() {
        return "Query(" + select().selected().stream().map(Selectable::toString).toList() + ")";
    }
}
