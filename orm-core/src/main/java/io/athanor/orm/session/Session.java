package io.athanor.orm.session;

import io.athanor.engine.Connection;
import io.athanor.engine.InvalidRequestException;
import io.athanor.engine.Result;
import io.athanor.engine.Transaction;
import io.athanor.engine.Work;
import io.athanor.orm.mapper.Attribute;
import io.athanor.orm.mapper.RelationshipAttribute;
import io.athanor.orm.query.Query;
import io.athanor.orm.state.ObjectState;
import io.athanor.orm.state.PlannedStep;
import io.athanor.sql.tree.Assignments;
import io.athanor.sql.tree.Delete;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.ForUpdate;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.Row;
import io.athanor.sql.tree.RowStatement;
import io.athanor.sql.tree.Selectable;
import io.athanor.sql.tree.StatementOption;
import io.athanor.sql.tree.Update;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The ORM's handle to the database; SQLAlchemy's {@code Session}. It holds each row's instance once, notices what is changed,
 * and writes it when a query or a commit needs it. A transaction begins with the first statement and ends with
 * {@link #commit} or {@link #rollback}; the connection is taken from the pool then, and returned then.
 *
 * <p>For one unit of work of one thread. A second thread that uses it at the same time is refused with
 * {@link IllegalStateChangeException}; handing it from one thread to another is fine. Instances belong to it likewise.
 *
 * @since 0.1.0
 */
public interface Session extends AutoCloseable {
    /**
     * Query entities.
     *
     * @param entity the mapped class
     * @param <E> the class
     * @return a query
     */
    <E> Query<E> query(Class<E> entity);

    /**
     * Query one thing.
     *
     * @param only an entity, an attribute, an expression, a projection
     * @param <T> what each row yields
     * @return a query
     */
    <T> Query<T> query(Selectable<T> only);

    /**
     * Query several things.
     *
     * @param columns entities, attributes, expressions, projections
     * @return a query of rows
     */
    Query<Row> query(Selectable<?>... columns);

    /**
     * Execute a statement that yields rows; flushes first if autoflush is on.
     *
     * @param statement the statement
     * @param <T> what each row yields
     * @return the result, loaded
     */
    <T> Result<T> execute(RowStatement<T> statement);

    /**
     * Execute a statement that yields rows; flushes first if autoflush is on.
     *
     * @param statement the statement
     * @param parameters the values of its named binds
     * @param <T> what each row yields
     * @return the result, loaded
     */
    <T> Result<T> execute(RowStatement<T> statement, Map<String, ?> parameters);

    /**
     * Execute a statement that selects one thing; SQLAlchemy's {@code scalars}.
     *
     * @param statement the statement
     * @param <T> what each row yields
     * @return the result, loaded
     * @throws io.athanor.sql.error.ArgumentException if it selects several things
     */
    <T> Result<T> scalars(RowStatement<T> statement);

    /**
     * Execute an INSERT; flushes first if autoflush is on.
     *
     * @param statement the statement, perhaps of an entity
     * @return how many rows were inserted
     */
    long execute(Insert statement);

    /**
     * Execute an UPDATE; flushes first if autoflush is on. Instances of the entity that it met are brought up to date, as its
     * option {@link io.athanor.orm.query.Synchronize} says; an UPDATE of a table leaves them alone.
     *
     * @param statement the statement, perhaps of an entity
     * @return how many rows were met
     * @throws io.athanor.sql.error.ArgumentException if instances are to be brought up to date in a way that cannot be
     */
    long execute(Update statement);

    /**
     * Execute a DELETE; flushes first if autoflush is on. Instances of the entity that it met are deleted then, as its option
     * {@link io.athanor.orm.query.Synchronize} says; a DELETE from a table leaves them alone. Nothing is cascaded.
     *
     * @param statement the statement, perhaps of an entity
     * @return how many rows were met
     * @throws io.athanor.sql.error.ArgumentException if instances are to be brought up to date in a way that cannot be
     */
    long execute(Delete statement);

    /**
     * Return an instance by its key: from this session without SQL if it is there, else from the database.
     *
     * @param entity the mapped class
     * @param id the key; for a composite key a list of its values in the order of the key, a record of them, or a map by the
     *     names of the attributes; a whole number may be written as text. {@code null} finds nothing
     * @param options how what is related is loaded, if the instance is not here yet; with
     *     {@link io.athanor.orm.Orm#populateExisting()} it is loaded in any case, and overwritten
     * @param <E> the class
     * @return the instance, or nothing if there is no row
     */
    <E> Optional<E> get(Class<E> entity, @Nullable Object id, StatementOption... options);

    /**
     * Load an instance by its key and lock its row. What an instance of this session holds is overwritten only with
     * {@link io.athanor.orm.Orm#populateExisting()}.
     *
     * @param entity the mapped class
     * @param id the key, as in {@link #get(Class, Object, StatementOption...)}
     * @param lock how the row is locked; a database without row locks ignores it
     * @param options how what is related is loaded
     * @param <E> the class
     * @return the instance, or nothing if there is no row
     */
    <E> Optional<E> get(Class<E> entity, @Nullable Object id, ForUpdate lock, StatementOption... options);

    /**
     * Return an instance by its key.
     *
     * @param entity the mapped class
     * @param id the key, as in {@link #get(Class, Object, StatementOption...)}
     * @param options how what is related is loaded
     * @param <E> the class
     * @return the instance
     * @throws io.athanor.engine.error.NoResultFoundException if there is no row
     */
    <E> E getOne(Class<E> entity, @Nullable Object id, StatementOption... options);

    /**
     * Load an instance by its key and lock its row.
     *
     * @param entity the mapped class
     * @param id the key, as in {@link #get(Class, Object, StatementOption...)}
     * @param lock how the row is locked; a database without row locks ignores it
     * @param options how what is related is loaded
     * @param <E> the class
     * @return the instance
     * @throws io.athanor.engine.error.NoResultFoundException if there is no row
     */
    <E> E getOne(Class<E> entity, @Nullable Object id, ForUpdate lock, StatementOption... options);

    /**
     * Add an instance: a new one is inserted by the next flush, a detached one belongs to this session again.
     *
     * @param entity an instance of a mapped class
     * @throws InvalidRequestException if it belongs to another session, was deleted, or another instance of its identity is
     *     here already
     */
    void add(Object entity);

    /**
     * Add several instances.
     *
     * @param entities instances of mapped classes
     */
    void addAll(Collection<?> entities);

    /**
     * Have the row of an instance deleted by the next flush.
     *
     * @param entity a persistent or detached instance
     * @throws InvalidRequestException if it has no row
     */
    void delete(Object entity);

    /**
     * Have the next flush compute an attribute by SQL instead of writing a value, as in
     * {@code session.assign(account, Account_.visits, Account_.visits.plus(1))}, which counts right however many sessions do
     * it; in SQLAlchemy an expression assigned to an attribute. Until then the attribute is what it was; afterwards it is
     * loaded when it is read. Assigning a value before the flush makes up for it.
     *
     * @param entity a pending or persistent instance of this session
     * @param attribute an attribute of its class that is not part of the key
     * @param sql computes it; may use the entity's own attributes where a row is updated, and subqueries
     * @param <E> the entity
     * @param <T> the class of the attribute's values
     * @throws InvalidRequestException if the instance is not in this session
     * @throws io.athanor.sql.error.ArgumentException if the attribute is part of the key
     */
    <E, T> void assign(E entity, Attribute<? super E, T> attribute, Expression<? extends T> sql);

    /**
     * Update rows by their keys, past the unit of work, as in {@code session.bulkUpdate(User.class, prices, (row, price) ->
     * row.set(Item_.id, price.itemId()).set(Item_.price, price.amount()))}; SQLAlchemy's bulk UPDATE by primary key. Rows one
     * after the other that set the same attributes go as one batch. Instances of this session get the values. Nothing else is
     * done: no cascades, no events.
     *
     * @param entity the mapped class
     * @param rows one for each row that is updated
     * @param each sets the attributes of the key, by which the row is found, and those that are changed; values only
     * @param <P> the class of the rows
     * @throws io.athanor.orm.state.StaleDataException if a row is not there
     * @throws io.athanor.sql.error.ArgumentException if a key is not set, or something is set to an expression
     */
    <P> void bulkUpdate(Class<?> entity, Iterable<? extends P> rows, BiConsumer<Assignments, ? super P> each);

    /**
     * Write instances past the unit of work, fast and in the given order; SQLAlchemy's {@code bulk_save_objects}. Transient
     * ones are inserted, get the keys that the database makes, and stay transient; of detached ones, what was changed is
     * updated. Relationships are not followed and events not told. Those that are in this session are flushed as ever.
     *
     * @param entities instances of mapped classes
     * @throws io.athanor.orm.state.StaleDataException if the row of a detached one is not there
     * @throws InvalidRequestException if one belongs to another session
     */
    void bulkSave(Collection<?> entities);

    /**
     * Load attributes of an instance now, dropping what was changed in them.
     * Load attributes of an instance now, dropping what was changed in them. A whole instance is loaded as a query would load it:
     * relationships that are loaded eagerly come along, the others are loaded when they are next used; what the cascade
     * {@link io.athanor.orm.mapping.Cascade#REFRESH_EXPIRE} reaches is expired. Other changes are flushed before.
     *
     * @param entity a persistent instance
     * @param only which attributes; none for all of it but deferred columns
     * @throws InvalidRequestException if it is not persistent here, or its row is gone
     */
    void refresh(Object entity, Attribute<?, ?>... only);

    /**
     * Load attributes of an instance now and lock its row, dropping what was changed in them.
     *
     * @param entity a persistent instance
     * @param lock how the row is locked, {@code null} for not at all; a database without row locks ignores it
     * @param only which attributes; none for all
     * @throws InvalidRequestException if it is not persistent here, or its row is gone
     */
    void refresh(Object entity, @Nullable ForUpdate lock, Attribute<?, ?>... only);

    /**
     * Load relationships of an instance now, dropping what was changed in them. Other changes are flushed before.
     *
     * @param entity a persistent instance
     * @param first a relationship
     * @param more others
     * @throws InvalidRequestException if it is not persistent here, or its row is gone
     */
    void refresh(Object entity, RelationshipAttribute<?, ?> first, RelationshipAttribute<?, ?>... more);

    /**
     * Have attributes of an instance loaded when they are next read, dropping what was changed in them. Of a whole instance the
     * relationships are expired, too, and what the cascade {@link io.athanor.orm.mapping.Cascade#REFRESH_EXPIRE} reaches; new
     * objects that only live by a relationship whose orphans are deleted are given up.
     *
     * @param entity a persistent instance
     * @param only which attributes; none for all of it
     * @throws InvalidRequestException if it is not persistent here
     */
    void expire(Object entity, Attribute<?, ?>... only);

    /**
     * Have relationships of an instance loaded when they are next used, dropping what was changed in them.
     *
     * @param entity a persistent instance
     * @param first a relationship
     * @param more others
     * @throws InvalidRequestException if it is not persistent here
     */
    void expire(Object entity, RelationshipAttribute<?, ?> first, RelationshipAttribute<?, ?>... more);

    /** Have all attributes of all instances loaded when they are next read, dropping what was changed. */
    void expireAll();

    /**
     * Let go of an instance: a new one becomes transient, a persistent one detached.
     *
     * @param entity an instance in this session
     * @throws InvalidRequestException if it is not in this session
     */
    void expunge(Object entity);

    /** Let go of all instances. */
    void expungeAll();

    /**
     * Return the instances that the next flush inserts; SQLAlchemy's {@code new}.
     *
     * @return a copy, in the order in which they were added, by identity
     */
    Set<Object> newObjects();

    /**
     * Return the persistent instances of which an attribute was assigned, perhaps to an equal value.
     *
     * @return a copy, by identity
     */
    Set<Object> dirty();

    /**
     * Return the instances that the next flush deletes.
     *
     * @return a copy, by identity
     */
    Set<Object> deleted();

    /**
     * Return whether an instance is pending or persistent in this session.
     *
     * @param entity an instance of a mapped class
     * @return whether it is
     */
    boolean contains(Object entity);

    /**
     * Return what is known of an instance, as this session sees it.
     *
     * @param entity an instance of a mapped class
     * @param <E> the class
     * @return its state
     */
    <E> ObjectState<E> inspect(E entity);

    /**
     * Find out what the next flush would write, in order and with the reasons, without writing it. What is deleted together
     * with others may be loaded for it.
     *
     * @return the statements, those of equal rows as one
     */
    List<PlannedStep> plan();

    /**
     * Write what was added, changed and deleted. Nothing is committed.
     *
     * @throws RuntimeException what made a statement fail; the transaction is rolled back then, and the session refuses work
     *     until {@link #rollback}
     */
    void flush();

    /** Flush, commit, return the connection, and expire all instances if the options say so. */
    void commit();

    /**
     * Roll back and return the connection: new instances become transient, deleted ones persistent again, and all others are
     * loaded anew when they are next read.
     */
    void rollback();

    /**
     * Begin a transaction now; without this one begins with the first thing that is done. The database hears of it with the
     * first statement.
     *
     * @return the transaction; closing it without a commit rolls it back
     * @throws InvalidRequestException if one has begun already
     */
    Transaction begin();

    /**
     * Do something in a transaction of its own, and commit it; roll it back if it throws. If the work itself commits or rolls
     * back, it can do nothing more with the session. As {@code with session.begin():} in SQLAlchemy.
     *
     * @param work what to do
     * @param <X> what it may throw
     * @throws X what it throws
     * @throws InvalidRequestException if a transaction has begun already
     */
    <X extends Exception> void transaction(Work<? super Session, X> work) throws X;

    /**
     * Do something in a transaction of its own, and commit it; roll it back if it throws.
     *
     * @param work what to do
     * @param <T> what it yields
     * @param <X> what it may throw
     * @return what the work has yielded
     * @throws X what it throws
     * @throws InvalidRequestException if a transaction has begun already
     * @see #transaction
     */
    <T extends @Nullable Object, X extends Exception> T inTransaction(SessionFactory.Call<T, X> work) throws X;

    /**
     * Set a savepoint: what is done from now on can be undone without undoing the rest. Flushes first; the savepoint is set in
     * the database when there is something to do within it. Closing one that was not committed rolls back to it.
     *
     * @return the savepoint
     */
    Transaction beginNested();

    /**
     * Do something within a savepoint, and keep it; undo it if it throws.
     *
     * @param work what to do
     * @param <X> what it may throw
     * @throws X what it throws
     */
    <X extends Exception> void nested(Work<? super Session, X> work) throws X;

    /**
     * Copy the state of an instance onto the one that this session has of the same identity, loading it if need be, or onto a
     * new one; SQLAlchemy's {@code merge}. What is not loaded in the given instance is left alone, and so
     * is what a new one was never given; a null that was assigned to it is copied. Related objects are merged where the relationship cascades {@code MERGE}.
     *
     * @param given an instance of a mapped class, left as it is
     * @param options how what is related to the instances that are merged onto is loaded
     * @param <E> its class
     * @return the instance of this session
     */
    <E> E merge(E given, StatementOption... options);

    /**
     * Take the state of a detached instance for what the database has, without asking it; SQLAlchemy's {@code merge} with
     * {@code load=False}, for instances out of a cache. Nothing of it counts as a change. Related objects are taken along
     * where they are loaded and the relationship cascades {@code MERGE}.
     *
     * @param given an instance with a row, left as it is
     * @param <E> its class
     * @return the instance of this session
     * @throws InvalidRequestException if the instance has no row, or has changes that were not flushed and is not in this
     *     session yet
     */
    <E> E mergeWithoutLoading(E given);

    /**
     * Do something without flushing before queries.
     *
     * @param work what to do
     * @param <X> what it may throw
     * @throws X what it throws
     */
    <X extends Exception> void noAutoflush(Work<? super Session, X> work) throws X;

    /**
     * Return the connection of the present transaction, beginning one if there is none.
     *
     * @return the connection; commit and roll back through the session
     */
    Connection connection();

    /**
     * Return whether a transaction has begun: by {@link #begin}, or because an instance was added, changed or deleted, or a
     * statement was executed.
     *
     * @return whether one has, and has not ended
     */
    boolean isInTransaction();

    /**
     * Roll back what is not committed, return the connection and let go of all instances, as {@link #close} does; but the
     * session can go on.
     */
    void reset();

    /**
     * Return the session that an instance is in.
     *
     * @param entity an instance of a mapped class
     * @return its session, if it is in one
     * @throws io.athanor.sql.error.ArgumentException if its class is not enhanced, so that instances do not know their session
     */
    static Optional<Session> objectSession(Object entity) {
        return InstanceCalls.sessionOf(entity);
    }

    /** Roll back what is not committed, return the connection and let go of all instances. A second call does nothing. */
    @Override
    void close();
}
