package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The conflict that is meant, before it is said what to do about it. */
final class ConflictTarget implements OnConflict {
    private final Insert insert;
    private final ConflictClause clause;

    private ConflictTarget(Insert insert, ConflictClause clause) {
        this.insert = insert;
        this.clause = clause;
    }

    ConflictTarget(Insert insert, List<NamedColumn<?>> columns, @Nullable String constraint) {
        this(insert, new ConflictClause(columns, constraint, List.of(), List.of(), List.of()));
    }

    @Override
    public OnConflict where(Expression<Boolean> indexPredicate) {
        if (clause.target().isEmpty()) {
            throw new ArgumentException(
                    "The condition of an index was given, but no columns of it; name them in onConflict(…)");
        }
        List<Expression<Boolean>> all = new ArrayList<>(clause.indexPredicates());
        all.add(literal(indexPredicate));
        return new ConflictTarget(
                insert,
                new ConflictClause(clause.target(), clause.constraint(), List.copyOf(all), List.of(), List.of()));
    }

    @SuppressWarnings("unchecked") // only leaves are replaced, each by one of its type
    private static Expression<Boolean> literal(Expression<Boolean> predicate) {
        return (Expression<Boolean>) withLiterals(predicate);
    }

    private static SqlNode withLiterals(SqlNode node) {
        if (node instanceof Bind<?> bind) {
            return inline(bind);
        }
        List<? extends SqlNode> children = node.children();
        List<SqlNode> replaced = new ArrayList<>();
        boolean isChanged = false;
        for (SqlNode child : children) {
            SqlNode literal = withLiterals(child);
            isChanged |= literal != child;
            replaced.add(literal);
        }
        return isChanged ? node.withChildren(replaced) : node;
    }

    private static <T> InlineValue<T> inline(Bind<T> bind) {
        return new InlineValue<>(bind.value(), bind.type());
    }

    @Override
    public Insert doNothing() {
        return insert.with(clause);
    }

    @Override
    public Insert doUpdate(NamedColumn<?>... takeExcluded) {
        return doUpdate(set -> {
            for (NamedColumn<?> column : takeExcluded) {
                takeExcluded(set, column);
            }
        });
    }

    private static <T> void takeExcluded(Assignments set, NamedColumn<T> column) {
        set.set(column, set.excluded(column));
    }

    @Override
    public Insert doUpdate(Consumer<Assignments> set) {
        return update(set, List.of());
    }

    @Override
    public Insert doUpdate(Consumer<Assignments> set, Expression<Boolean> where) {
        return update(set, List.of(where));
    }

    private Insert update(Consumer<Assignments> set, List<Expression<Boolean>> conditions) {
        AssignmentList changes = new AssignmentList(List.of());
        set.accept(changes);
        if (changes.toList().isEmpty()) {
            throw new ArgumentException("doUpdate(…) sets no column; name the columns to change, or call doNothing()");
        }
        return insert.with(new ConflictClause(
                clause.target(), clause.constraint(), clause.indexPredicates(), changes.toList(), conditions));
    }
}
