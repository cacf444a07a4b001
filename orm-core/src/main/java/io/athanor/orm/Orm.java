package io.athanor.orm;

import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.identity.StateView;
import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.mapper.EntityRef;
import io.athanor.orm.state.ObjectState;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Delete;
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
