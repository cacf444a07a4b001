package io.athanor.orm.mapper;

import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Statement;
import io.athanor.sql.tree.StatementOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A condition on every use of an entity in a statement: where it is selected or joined, in subqueries too, and where it is
 * loaded through relationships, at once or later; SQLAlchemy's {@code with_loader_criteria}. For rows that are marked as
 * deleted, or belong to somebody else. What {@code any} and {@code has} look for is not touched, nor is what
 * {@code session.get} finds. Immutable.
 *
 * @param entity the entity
 * @param condition the condition, in the entity's own attributes
 * @param isOfAliases whether it holds for aliases of the entity too
 * @param isForLater whether it holds for what is loaded later through the instances that the statement has loaded
 * @param <E> the entity
 * @since 0.1.0
 */
public record LoaderCriteria<E>(Class<E> entity, Expression<Boolean> condition, boolean isOfAliases, boolean isForLater)
        implements StatementOption {
    /**
     * Have the condition hold for aliases of the entity too.
     *
     * @return a new option
     */
    public LoaderCriteria<E> includeAliases() {
        return new LoaderCriteria<>(entity, condition, true, isForLater);
    }

    /**
     * Leave alone what is loaded later, when relationships are used; SQLAlchemy's {@code propagate_to_loaders=False}.
     *
     * @return a new option
     */
    public LoaderCriteria<E> notForLater() {
        return new LoaderCriteria<>(entity, condition, isOfAliases, false);
    }

    /**
     * Put the conditions of a statement's options where they belong.
     *
     * @param statement a statement, unresolved
     * @param options its options
     * @param <S> its kind
     * @return the statement with the conditions; the same if there is no such option
     */
    @SuppressWarnings("unchecked") // a statement with further conditions is of the same kind
    public static <S extends Statement> S apply(S statement, List<StatementOption> options) {
        List<LoaderCriteria<?>> criteria = new ArrayList<>();
        for (StatementOption option : options) {
            if (option instanceof LoaderCriteria<?> each) {
                criteria.add(each);
            }
        }
        return criteria.isEmpty() ? statement : (S) new CriteriaWriter(criteria).rewrite(statement);
    }
}
