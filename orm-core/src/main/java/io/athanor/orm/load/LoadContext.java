package io.athanor.orm.load;

import io.athanor.orm.identity.IdentityMap;
import io.athanor.orm.identity.PersistenceContext;
import io.athanor.sql.tree.LabelStyle;
import io.athanor.sql.tree.RowStatement;
import io.athanor.sql.tree.Select;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where rows are loaded into.
 *
 * @param identities the instances that the session has
 * @param persistence the session
 * @param isPopulatingExisting whether what is loaded already is overwritten
 * @param statement what is being run
 * @param run what its rows have told so far
 */
public record LoadContext(
        IdentityMap identities,
        PersistenceContext persistence,
        boolean isPopulatingExisting,
        Running statement,
        LoadRun run) {
    /**
     * A statement in execution, and how others are executed after it.
     *
     * @param statement gives the statement, unresolved, to those few who need it; {@code null} before anything runs
     * @param parameters the values of its named binds
     * @param labels how the session's own statements name their columns
     * @param isRememberingSiblings whether instances know which others came with them
     * @param follower runs what follows; {@code null} before anything runs
     */
    public record Running(
            @Nullable Supplier<? extends RowStatement<?>> statement,
            Map<String, ?> parameters,
            LabelStyle labels,
            boolean isRememberingSiblings,
            @Nullable Runner follower) {
        /**
         * Return the same for another statement.
         *
         * @param other gives the statement
         * @param values the values of its named binds
         * @param following runs what follows it
         * @return what is running then
         */
        public Running with(Supplier<? extends RowStatement<?>> other, Map<String, ?> values, Runner following) {
            return new Running(other, values, labels, isRememberingSiblings, following);
        }

        Runner runner() {
            return Objects.requireNonNull(follower, "nothing is running");
        }
    }

    /** Runs statements of the session without flushing. */
    public interface Runner {
        /**
         * Return for how many keys one statement looks up related rows.
         *
         * @return the number, at least 1
         */
        int keysAtOnce();

        /**
         * Run a statement.
         *
         * @param select the statement
         * @param parameters the values of its named binds
         * @param <T> what it yields
         * @return all rows
         */
        <T> List<T> run(Select<T> select, Map<String, ?> parameters);
    }

    /**
     * Return a context for another execution in the same session.
     *
     * @param running what is being run
     * @return a context that has gathered nothing yet
     */
    public LoadContext of(Running running) {
        return new LoadContext(identities, persistence, isPopulatingExisting, running, new LoadRun(identities));
    }
}
