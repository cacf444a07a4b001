package io.athanor.orm;

import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.identity.StateView;
import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.mapper.Attribute;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.EntityRef;
import io.athanor.orm.mapper.JoinMark;
import io.athanor.orm.mapper.LoadOption;
import io.athanor.orm.mapper.LoadRule.Columns;
import io.athanor.orm.mapper.LoadRule.Style;
import io.athanor.orm.mapper.LoaderCriteria;
import io.athanor.orm.mapper.Mapper;
import io.athanor.orm.mapper.RelationshipAttribute;
import io.athanor.orm.query.ExecutionOption;
import io.athanor.orm.query.YieldPer;
import io.athanor.orm.state.ObjectState;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.Delete;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.StatementOption;
import io.athanor.sql.tree.Update;
import java.util.List;

/**
 * The words of the ORM. Import them statically, beside those of {@code Sql}:
 * {@code import static io.athanor.orm.Orm.*; import static io.athanor.sql.Sql.*;}.
 *
 * @since 0.1.0
 */
public final class Orm {
    private Orm() {}

    /**
     * Select entities, to be executed by a session.
     *
     * @param entity the mapped class
     * @param <E> the class
     * @return the statement
     */
    public static <E> Select<E> select(Class<E> entity) {
        return Select.of(EntityRef.of(entity));
    }

    /**
     * Insert a row of an entity, to be executed by a session. Columns are set through attributes; no instance comes of it
     * unless the entity is asked for by {@code returning}.
     *
     * @param entity the mapped class
     * @return the statement, without a row
     */
    public static Insert insert(Class<?> entity) {
        return new Insert(EntityRef.of(entity));
    }

    /**
     * Update the rows of an entity, to be executed by a session, which then brings its instances up to date as
     * {@link io.athanor.orm.query.Synchronize} says.
     *
     * @param entity the mapped class
     * @return the statement, without assignments
     */
    public static Update update(Class<?> entity) {
        return new Update(EntityRef.of(entity));
    }

    /**
     * Delete the rows of an entity, to be executed by a session, which then brings its instances up to date as
     * {@link io.athanor.orm.query.Synchronize} says. Nothing is cascaded.
     *
     * @param entity the mapped class
     * @return the statement, of all rows
     */
    public static Delete delete(Class<?> entity) {
        return new Delete(EntityRef.of(entity));
    }

    /**
     * Ask for the objects that are related to one; SQLAlchemy's {@code with_parent}.
     *
     * @param parent the object that has the relationship
     * @param relationship the relationship
     * @param <P> the class of the object
     * @return the condition on the related class
     */
    public static <P> Condition withParent(P parent, RelationshipAttribute<? super P, ?> relationship) {
        return RelationshipAttribute.withParent(parent, relationship);
    }

    /**
     * Mark a column in the stated condition of a relationship as one that refers to the other; SQLAlchemy's {@code foreign}.
     *
     * @param column an attribute or column
     * @param <T> the Java type of its values
     * @return the column, marked
     */
    public static <T> Expression<T> foreign(Expression<T> column) {
        boolean isRemote = column instanceof JoinMark<?> mark && mark.isRemote();
        return new JoinMark<>(column instanceof JoinMark<T> mark ? mark.expression() : column, true, isRemote);
    }

    /**
     * Mark a column in the stated condition of a relationship as one of the related object; SQLAlchemy's {@code remote}.
     *
     * @param column an attribute or column
     * @param <T> the Java type of its values
     * @return the column, marked
     */
    public static <T> Expression<T> remote(Expression<T> column) {
        boolean isForeign = column instanceof JoinMark<?> mark && mark.isForeign();
        return new JoinMark<>(column instanceof JoinMark<T> mark ? mark.expression() : column, isForeign, true);
    }

    /**
     * Load related objects by an outer join; SQLAlchemy's {@code joinedload}.
     *
     * @param relationship a relationship of an entity that the statement selects
     * @param <T> the related entity
     * @return an option that stands at the related entity
     */
    public static <T> LoadOption<T> joinedLoad(RelationshipAttribute<?, T> relationship) {
        return LoadOption.of(relationship, Style.JOINED);
    }

    /**
     * Load related objects by one SELECT with IN for a thousand owners; SQLAlchemy's {@code selectinload}.
     *
     * @param relationship a relationship of an entity that the statement selects
     * @param <T> the related entity
     * @return an option that stands at the related entity
     */
    public static <T> LoadOption<T> selectinLoad(RelationshipAttribute<?, T> relationship) {
        return LoadOption.of(relationship, Style.SELECTIN);
    }

    /**
     * Load related objects by one SELECT that holds that of their owners; SQLAlchemy's {@code subqueryload}.
     *
     * @param relationship a relationship of an entity that the statement selects
     * @param <T> the related entity
     * @return an option that stands at the related entity
     */
    public static <T> LoadOption<T> subqueryLoad(RelationshipAttribute<?, T> relationship) {
        return LoadOption.of(relationship, Style.SUBQUERY);
    }

    /**
     * Load related objects when they are used; SQLAlchemy's {@code lazyload}.
     *
     * @param relationship a relationship of an entity that the statement selects
     * @param <T> the related entity
     * @return an option that stands at the related entity
     */
    public static <T> LoadOption<T> lazyLoad(RelationshipAttribute<?, T> relationship) {
        return LoadOption.of(relationship, Style.SELECT);
    }

    /**
     * Load related objects at once, by one SELECT for each owner; SQLAlchemy's {@code immediateload}.
     *
     * @param relationship a relationship of an entity that the statement selects
     * @param <T> the related entity
     * @return an option that stands at the related entity
     */
    public static <T> LoadOption<T> immediateLoad(RelationshipAttribute<?, T> relationship) {
        return LoadOption.of(relationship, Style.IMMEDIATE);
    }

    /**
     * Load no related objects and say that there are none; SQLAlchemy's {@code noload}.
     *
     * @param relationship a relationship of an entity that the statement selects
     * @param <T> the related entity
     * @return an option that stands at the related entity
     */
    public static <T> LoadOption<T> noLoad(RelationshipAttribute<?, T> relationship) {
        return LoadOption.of(relationship, Style.NOLOAD);
    }

    /**
     * Refuse to load related objects when they are used; SQLAlchemy's {@code raiseload}.
     *
     * @param relationship a relationship of an entity that the statement selects
     * @param <T> the related entity
     * @return an option that stands at the related entity
     */
    public static <T> LoadOption<T> raiseLoad(RelationshipAttribute<?, T> relationship) {
        return LoadOption.of(relationship, Style.RAISE);
    }

    /**
     * Refuse to load related objects by SQL when they are used; one that the session has is found. SQLAlchemy's {@code raiseload(sql_only=True)}.
     *
     * @param relationship a relationship of an entity that the statement selects
     * @param <T> the related entity
     * @return an option that stands at the related entity
     */
    public static <T> LoadOption<T> raiseLoadOnSql(RelationshipAttribute<?, T> relationship) {
        return LoadOption.of(relationship, Style.RAISE_ON_SQL);
    }

    /**
     * Refuse to load any related objects when they are used for which no other option speaks, whatever entity has them.
     *
     * @return the option
     */
    public static LoadOption<?> raiseLoad() {
        return LoadOption.all(Style.RAISE);
    }

    /**
     * Load any related objects when they are used, for which no other option speaks, whatever the mapping says.
     *
     * @return the option
     */
    public static LoadOption<?> lazyLoad() {
        return LoadOption.all(Style.SELECT);
    }

    /**
     * Load all relationships by outer joins for which nothing else is said, of whatever entity; those that lead back to an entity
     * that was come by are loaded when they are used. SQLAlchemy's {@code joinedload('*')}.
     *
     * @return an option
     */
    public static LoadOption<?> joinedLoad() {
        return LoadOption.all(Style.JOINED);
    }

    /**
     * Load all relationships by SELECTs with IN for which nothing else is said, of whatever entity; those that lead back to an entity
     * that was come by are loaded when they are used. SQLAlchemy's {@code selectinload('*')}.
     *
     * @return an option
     */
    public static LoadOption<?> selectinLoad() {
        return LoadOption.all(Style.SELECTIN);
    }

    /**
     * Load all relationships at once, one SELECT for each parent for which nothing else is said, of whatever entity; those that lead back to an entity
     * that was come by are loaded when they are used. SQLAlchemy's {@code immediateload('*')}.
     *
     * @return an option
     */
    public static LoadOption<?> immediateLoad() {
        return LoadOption.all(Style.IMMEDIATE);
    }

    /**
     * Never load any relationship for which nothing else is said, of whatever entity; they seem empty.
     *
     * @return an option
     */
    public static LoadOption<?> noLoad() {
        return LoadOption.all(Style.NOLOAD);
    }

    /**
     * Take related objects from a join that the statement has; SQLAlchemy's {@code contains_eager}. A collection then holds
     * what the statement has left of it.
     *
     * @param relationship a relationship of an entity that the statement selects, along which it joins
     * @param <T> the related entity
     * @return an option that stands at the related entity
     */
    public static <T> LoadOption<T> containsEager(RelationshipAttribute<?, T> relationship) {
        return LoadOption.contained(relationship, null);
    }

    /**
     * Take related objects from a join that the statement has under an alias.
     *
     * @param relationship a relationship of an entity that the statement selects, along which it joins
     * @param alias what the statement joins
     * @param <T> the related entity
     * @return an option that stands at the related entity
     */
    public static <T> LoadOption<T> containsEager(
            RelationshipAttribute<?, T> relationship, EntityRef<? extends T> alias) {
        return LoadOption.contained(relationship, alias);
    }

    /**
     * Go on to related objects that are loaded as they are anyway; SQLAlchemy's {@code defaultload}.
     *
     * @param relationship a relationship of an entity that the statement selects
     * @param <T> the related entity
     * @return an option that stands at the related entity
     */
    public static <T> LoadOption<T> defaultLoad(RelationshipAttribute<?, T> relationship) {
        return LoadOption.path(relationship);
    }

    /**
     * Load these columns and the key, the others when they are used; SQLAlchemy's {@code load_only}.
     *
     * @param attributes attributes of one entity that the statement selects
     * @param <E> the entity
     * @return an option that stands at the entity
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <E> LoadOption<E> loadOnly(Attribute<E, ?>... attributes) {
        return LoadOption.columns(Columns.Kind.ONLY, List.of(attributes));
    }

    /**
     * Load these columns when they are used; SQLAlchemy's {@code defer}.
     *
     * @param attributes attributes of one entity that the statement selects
     * @param <E> the entity
     * @return an option that stands at the entity
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <E> LoadOption<E> defer(Attribute<E, ?>... attributes) {
        return LoadOption.columns(Columns.Kind.DEFER, List.of(attributes));
    }

    /**
     * Load these columns at once, though they are deferred; SQLAlchemy's {@code undefer}.
     *
     * @param attributes attributes of one entity that the statement selects
     * @param <E> the entity
     * @return an option that stands at the entity
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <E> LoadOption<E> undefer(Attribute<E, ?>... attributes) {
        return LoadOption.columns(Columns.Kind.UNDEFER, List.of(attributes));
    }

    /**
     * Load the columns of these groups at once, though they are {@linkplain io.athanor.orm.mapping.Deferred deferred}.
     *
     * @param entity whose columns
     * @param groups their groups
     * @param <E> the entity
     * @return an option that stands at the entity
     */
    public static <E> LoadOption<E> undeferGroup(Class<E> entity, String... groups) {
        return LoadOption.columns(Columns.Kind.UNDEFER_GROUP, EntityRef.of(entity), groups);
    }

    /**
     * Load all columns of an entity but its key when they are used, but for those of which something else is said;
     * SQLAlchemy's {@code defer('*')}.
     *
     * @param entity whose columns
     * @param <E> the entity
     * @return an option that stands at the entity
     */
    public static <E> LoadOption<E> deferAll(Class<E> entity) {
        return LoadOption.columns(Columns.Kind.DEFER_ALL, EntityRef.of(entity));
    }

    /**
     * Load all columns of an entity at once, but for those of which something else is said; SQLAlchemy's
     * {@code undefer('*')}.
     *
     * @param entity whose columns
     * @param <E> the entity
     * @return an option that stands at the entity
     */
    public static <E> LoadOption<E> undeferAll(Class<E> entity) {
        return LoadOption.columns(Columns.Kind.UNDEFER_ALL, EntityRef.of(entity));
    }

    /**
     * Have a condition hold for every use of an entity in a statement, and for what is loaded through relationships.
     *
     * @param entity the entity
     * @param condition the condition, in the entity's own attributes
     * @param <E> the entity
     * @return an option
     */
    public static <E> LoaderCriteria<E> withLoaderCriteria(Class<E> entity, Expression<Boolean> condition) {
        return new LoaderCriteria<>(entity, condition, false, true);
    }

    /**
     * Have a session read the rows of a statement in portions, as they are asked for.
     *
     * @param rows how many rows a portion has
     * @return an option
     * @throws ArgumentException if that is less than 1
     * @see io.athanor.orm.query.Query#yieldPer
     */
    public static StatementOption yieldPer(int rows) {
        return new YieldPer(rows);
    }

    /**
     * Overwrite what instances have loaded, and drop what was changed in them; SQLAlchemy's {@code populate_existing}.
     *
     * @return an option of a SELECT
     */
    public static StatementOption populateExisting() {
        return ExecutionOption.POPULATE_EXISTING;
    }

    /**
     * Make an instance new again: it leaves its session and forgets its key and what was to be loaded, but keeps its values, so
     * that it can be added as another row; SQLAlchemy's {@code make_transient}.
     *
     * @param entity an instance of an enhanced class, in any state
     */
    public static void makeTransient(Object entity) {
        InstanceState state = InstanceState.track(enhanced(entity));
        if (state.context() != null) {
            state.context().release(state);
        }
        state.enter(ObjectState.Lifecycle.TRANSIENT, null);
    }

    /**
     * Take a new instance for a detached one, whose row is known to be there; SQLAlchemy's
     * {@code make_transient_to_detached}. Attributes without a value are loaded once it is added to a session.
     *
     * @param entity a new instance of an enhanced class, with its key
     * @param mapper how its class is mapped
     * @param <E> its class
     * @throws ArgumentException if it is not new, or has no key
     */
    public static <E> void makeTransientToDetached(E entity, Mapper<E> mapper) {
        InstanceState state = InstanceState.track(enhanced(entity));
        if (state.lifecycle() != ObjectState.Lifecycle.TRANSIENT) {
            throw new ArgumentException("Instance of [%s] is %s, not new; make it transient first"
                    .formatted(entity.getClass().getSimpleName(), state.lifecycle()));
        }
        state.detachAs((EntityMapper<?>) mapper);
    }

    private static Instrumented enhanced(Object entity) {
        if (entity instanceof Instrumented instrumented) {
            return instrumented;
        }
        throw new ArgumentException(
                "Class [%s] is not enhanced, so its instances do not know their state; expunge the instance from its session"
                        .formatted(entity == null ? "null" : entity.getClass().getName()));
    }

    /**
     * Return what is known of an instance of an enhanced class; SQLAlchemy's {@code inspect}. For a class that is tracked by
     * snapshot ask its session.
     *
     * @param entity an instance of an enhanced class
     * @param <E> the class
     * @return its state
     * @throws ArgumentException if its class is not enhanced
     */
    public static <E> ObjectState<E> inspect(E entity) {
        if (!(entity instanceof Instrumented)) {
            throw new ArgumentException(
                    "Class [%s] is not enhanced, so its instances do not know their state; ask session.inspect(…)"
                            .formatted(
                                    entity == null ? "null" : entity.getClass().getName()));
        }
        return new StateView<>(InstanceState.of(entity));
    }
}
