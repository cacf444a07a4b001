package io.athanor.orm;

import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.identity.StateView;
import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.mapper.EntityRef;
import io.athanor.orm.mapper.JoinMark;
import io.athanor.orm.mapper.RelationshipAttribute;
import io.athanor.orm.state.ObjectState;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.Delete;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.Update;

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
