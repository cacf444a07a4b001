package io.athanor.orm.session;

import io.athanor.engine.error.NoResultFoundException;
import io.athanor.orm.identity.IdentityMap;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.load.PlannedSelect;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.query.ExecutionOption;
import io.athanor.sql.tree.ForUpdate;
import io.athanor.sql.tree.LabelStyle;
import io.athanor.sql.tree.StatementOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds an instance by its key: in the identity map, else in the database. */
final class KeyLookup {
    private static final System.Logger LOG = System.getLogger("io.athanor.orm.session.Session");

    private final UnitSession session;
    private final IdentityMap identities;

    KeyLookup(UnitSession session, IdentityMap identities) {
        this.session = session;
        this.identities = identities;
    }

    /** What is locked or overwritten is asked of the database, whether it is here or not. */
    <E> Optional<E> find(Class<E> entity, @Nullable Object id, @Nullable ForUpdate lock, StatementOption... options) {
        EntityMapper<E> mapper = session.registry().entityMapper(entity);
        if (id == null) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "An instance of [{0}] was asked for by the key null, which no row has; ask only where there is a key",
                    mapper.type().getName());
            return Optional.empty();
        }
        Object identity = Identities.normalize(mapper, id);
        boolean isPopulating = options.length > 0 && Arrays.asList(options).contains(ExecutionOption.POPULATE_EXISTING);
        InstanceState known = lock != null || isPopulating ? null : identities.find(mapper, identity);
        if (known != null) {
            Object instance = known.requireInstance();
            if (!known.isExpired() || session.loadUnloaded(known)) {
                return Optional.of(entity.cast(instance));
            }
        }
        PlannedSelect planned = session.planner(mapper).byKey(mapper, labels(), lock, options);
        List<Object> found = session.load(mapper, planned, mapper.keyValues(identity), isPopulating);
        return found.isEmpty() ? Optional.empty() : Optional.of(entity.cast(found.get(0)));
    }

    /** Columns that are joined need names of their own, as in SQLAlchemy 2. */
    private LabelStyle labels() {
        LabelStyle stated = session.settings().labels();
        return stated == LabelStyle.NONE ? LabelStyle.DISAMBIGUATE : stated;
    }

    static NoResultFoundException none(Class<?> entity) {
        return new NoResultFoundException(
                "No row of [%s] has the key that was asked for; use get(…) where there may be none"
                        .formatted(entity.getSimpleName()));
    }
}
