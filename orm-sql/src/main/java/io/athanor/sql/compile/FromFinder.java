package io.athanor.sql.compile;

import io.athanor.sql.error.CompileException;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FromClause;
import io.athanor.sql.tree.FromElements;
import io.athanor.sql.tree.InferredOn;
import io.athanor.sql.tree.Join;
import io.athanor.sql.tree.JoinClause;
import io.athanor.sql.tree.JoinTarget;
import io.athanor.sql.tree.Logical;
import io.athanor.sql.tree.NamedTable;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SqlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds FROM: what is stated, what columns and conditions belong to, the joins, less what an enclosing SELECT has. */
final class FromFinder {
    private FromFinder() {}

    /** Everything that FROM must hold, before an enclosing SELECT takes its part away. */
    static List<FromClause> find(Select<?> select) {
        Set<FromClause> needed = FromElements.of(select.selected());
        needed.addAll(FromElements.of(select.conditions()));
        List<FromClause> stated = new ArrayList<>(new LinkedHashSet<>(select.froms()));
        for (JoinClause join : select.joins()) {
            join(stated, List.copyOf(needed), join);
        }
        Set<FromClause> all = new LinkedHashSet<>(stated);
        all.addAll(needed);
        Set<FromClause> joined = new HashSet<>();
        all.forEach(from -> addJoined(from, joined));
        all.removeAll(joined);
        return new ArrayList<>(all);
    }

    private static void addJoined(SqlNode from, Set<FromClause> joined) {
        if (from instanceof Join join) {
            joined.add(join.left());
            joined.add(asFrom(join.right()));
            addJoined(join.left(), joined);
            addJoined(join.right(), joined);
        }
    }

    /**
     * Leave to the enclosing SELECTs what they have already.
     *
     * @param froms what the subquery has
     * @param explicit what it may leave if it says so
     * @param implicit what it leaves without saying so, unless it has nothing else
     */
    static List<FromClause> correlate(
            Select<?> select, List<FromClause> froms, Set<FromClause> explicit, Set<FromClause> implicit) {
        List<FromClause> own = new ArrayList<>(froms);
        own.removeIf(from -> explicit.contains(from) && select.correlated().contains(from));
        if (select.isCorrelatedExcept()) {
            own.removeIf(from ->
                    explicit.contains(from) && !select.correlatedExcept().contains(from));
        }
        if (select.isAutoCorrelated() && own.size() > 1) {
            own.removeIf(implicit::contains);
            if (own.isEmpty()) {
                throw new CompileException(
                        "A subquery has no FROM of its own: all of %s belong to the enclosing SELECT; say by correlate(…) which of them it shares"
                                .formatted(
                                        froms.stream().map(FromFinder::nameOf).toList()));
            }
        }
        return own;
    }

    /** The elements that a join joins, or the element itself. */
    static Set<FromClause> leaves(FromClause from) {
        Set<FromClause> leaves = new LinkedHashSet<>();
        addLeaves(from, leaves);
        return leaves;
    }

    private static void addLeaves(SqlNode from, Set<FromClause> leaves) {
        if (from instanceof Join join) {
            addLeaves(join.left(), leaves);
            addLeaves(join.right(), leaves);
        } else {
            leaves.add((FromClause) from);
        }
    }

    /** The elements with all joins and what they join. */
    static Set<FromClause> everything(List<FromClause> froms) {
        Set<FromClause> all = new LinkedHashSet<>(froms);
        froms.forEach(from -> addJoined(from, all));
        return all;
    }

    private static void join(List<FromClause> stated, List<FromClause> needed, JoinClause clause) {
        FromClause right = asFrom(clause.target());
        List<FromClause> candidates = stated.isEmpty() ? needed : stated;
        List<FromClause> lefts = leftsOf(candidates, right, clause);
        if (lefts.isEmpty()) {
            throw new CompileException(
                    "Join to [%s] has no left side: nothing of %s has a foreign key to it or from it; state the left side by from(…), or the condition"
                            .formatted(
                                    nameOf(right),
                                    candidates.stream().map(FromFinder::nameOf).toList()));
        }
        if (lefts.size() > 1) {
            throw new CompileException(
                    "Join to [%s] can start from each of %s; state the left side by from(…), or the condition"
                            .formatted(
                                    nameOf(right),
                                    lefts.stream().map(FromFinder::nameOf).toList()));
        }
        FromClause left = lefts.get(0);
        Expression<Boolean> on = stated(clause);
        if (on == null) {
            on = JoinConditions.onForeignKey(left, right);
            on = clause.on() instanceof InferredOn inferred ? Logical.and(List.of(on, inferred.further())) : on;
        }
        Join join = new Join(left, right, on, clause.kind());
        int index = stated.indexOf(left);
        if (index < 0) {
            stated.add(join);
        } else {
            stated.set(index, join);
        }
    }

    /** The condition of a join as far as it decides what is joined. */
    private static @Nullable Expression<Boolean> stated(JoinClause clause) {
        return clause.on() instanceof InferredOn ? null : clause.on();
    }

    private static FromClause asFrom(JoinTarget target) {
        if (target instanceof FromClause from) {
            return from;
        }
        throw new CompileException(
                "Join target [%s] is known to a Registry only; execute the statement through a Session"
                        .formatted(target.getClass().getSimpleName()));
    }

    /** By the condition if it decides between several, else by foreign keys. */
    private static List<FromClause> leftsOf(List<FromClause> candidates, FromClause right, JoinClause clause) {
        Expression<Boolean> on = stated(clause);
        Set<FromClause> named = on == null ? Set.of() : FromElements.of(List.of(on));
        Set<FromClause> joined = new HashSet<>();
        candidates.forEach(from -> addJoined(from, joined));
        List<FromClause> lefts = new ArrayList<>();
        for (FromClause left : candidates) {
            boolean isLeft = on == null
                    ? JoinConditions.canJoin(left, right)
                    : candidates.size() == 1 || named.isEmpty() || isNamedBy(named, left, right);
            if (isLeft && !left.equals(right)) {
                lefts.add(left);
            }
        }
        if (lefts.size() > 1) {
            lefts.removeIf(joined::contains);
        }
        return lefts.isEmpty() && on != null ? candidates : lefts;
    }

    private static boolean isNamedBy(Set<FromClause> named, FromClause left, FromClause right) {
        Set<FromClause> both = leaves(left);
        both.addAll(leaves(right));
        return both.containsAll(named);
    }

    static String nameOf(FromClause from) {
        if (from instanceof NamedTable table) {
            return table.name();
        }
        if (from instanceof DerivedTable derived) {
            return derived.isAnonymous() ? "subquery" : derived.name();
        }
        return from instanceof Join
                ? leaves(from).stream().map(FromFinder::nameOf).toList().toString()
                : from.toString();
    }
}
