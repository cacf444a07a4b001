package io.athanor.orm;

import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.identity.StateView;
import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.mapper.EntityRef;
import io.athanor.orm.state.ObjectState;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Select;

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
