package io.athanor.sql.compile;

import io.athanor.sql.error.CompileException;
import io.athanor.sql.tree.Alias;
import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.Exists;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.ForeignKeyPair;
import io.athanor.sql.tree.FromClause;
import io.athanor.sql.tree.Join;
import io.athanor.sql.tree.JoinClause;
import io.athanor.sql.tree.JoinTarget;
import io.athanor.sql.tree.Logical;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.NamedTable;
import io.athanor.sql.tree.ScalarSubquery;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SelectStatement;
import io.athanor.sql.tree.SqlNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds FROM: what is stated, what columns and conditions belong to, the joins, less what an enclosing SELECT has. */
final class FromFinder {
    private FromFinder() {}

    /** Everything that FROM must hold, before an enclosing SELECT takes its part away. */
    static List<FromClause> find(Select<?> select) {
        Set<FromClause> found = new LinkedHashSet<>();
        select.froms().forEach(found::add);
        select.selected().forEach(node -> collect(node, found));
        List<FromClause> froms = new ArrayList<>(found);
        for (JoinClause join : select.joins()) {
            join(froms, join);
        }
        Set<FromClause> all = new LinkedHashSet<>(froms);
        select.conditions().forEach(node -> collect(node, all));
        List<FromClause> result = new ArrayList<>(all);
        for (FromClause from : all) {
            if (from instanceof Join join) {
                Set<FromClause> inside = leaves(join);
                result.removeIf(each -> each != join && inside.containsAll(leaves(each)));
            }
        }
        return result;
    }

    /** Leave to the enclosing SELECT what it has already; all of it stays if nothing would be left. */
    static List<FromClause> correlate(List<FromClause> froms, Set<FromClause> enclosing) {
        if (froms.size() < 2) {
            return froms;
        }
        List<FromClause> own =
                froms.stream().filter(from -> !enclosing.contains(from)).toList();
        if (own.isEmpty()) {
            throw new CompileException(
                    "A subquery has no FROM of its own: all of [%d] elements belong to the enclosing SELECT; state from(…) with an alias"
                            .formatted(froms.size()));
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

    /** Add what the columns of an expression belong to, those of its subqueries left out. */
    static void collect(SqlNode node, Set<FromClause> found) {
        if (node instanceof NamedColumn<?> column) {
            found.add(column.table());
        } else if (!(node instanceof SelectStatement<?>)
                && !(node instanceof ScalarSubquery<?>)
                && !(node instanceof Exists)) {
            node.children().forEach(child -> collect(child, found));
        }
    }

    private static void join(List<FromClause> froms, JoinClause clause) {
        FromClause right = asFrom(clause.target());
        froms.remove(right);
        if (froms.isEmpty()) {
            throw new CompileException("Join to [%s] has no left side; state it by from(…)".formatted(nameOf(right)));
        }
        int left = leftOf(froms, right, clause);
        Expression<Boolean> on = clause.on() == null ? onForeignKey(froms.get(left), right) : clause.on();
        froms.set(left, new Join(froms.get(left), right, on, clause.kind()));
    }

    private static FromClause asFrom(JoinTarget target) {
        if (target instanceof FromClause from) {
            return from;
        }
        throw new CompileException(
                "Join target [%s] is known to a Registry only; execute the statement through a Session"
                        .formatted(target.getClass().getSimpleName()));
    }

    private static int leftOf(List<FromClause> froms, FromClause right, JoinClause clause) {
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < froms.size(); i++) {
            if (clause.on() == null ? canJoin(froms.get(i), right) : isNamedIn(froms.get(i), clause.on())) {
                candidates.add(i);
            }
        }
        if (candidates.size() > 1 && clause.on() == null) {
            throw new CompileException(
                    "Join to [%s] can start from each of %s; state the left side by from(…), or the condition"
                            .formatted(
                                    nameOf(right),
                                    froms.stream().map(FromFinder::nameOf).toList()));
        }
        return candidates.isEmpty() ? 0 : candidates.get(candidates.size() - 1);
    }

    private static boolean isNamedIn(FromClause from, SqlNode on) {
        Set<FromClause> named = new LinkedHashSet<>();
        collect(on, named);
        return leaves(from).stream().anyMatch(named::contains);
    }

    private static boolean canJoin(FromClause left, FromClause right) {
        return !conditions(left, right).isEmpty();
    }

    /** The condition of the only foreign key between the sides. */
    static Condition onForeignKey(FromClause left, FromClause right) {
        List<Condition> found = conditions(left, right);
        if (found.isEmpty()) {
            throw new CompileException(
                    "No foreign key between [%s] and [%s]; add one, or state the condition of the join"
                            .formatted(nameOf(left), nameOf(right)));
        }
        if (found.size() > 1) {
            throw new CompileException("[%d] foreign keys between [%s] and [%s]; state the condition of the join"
                    .formatted(found.size(), nameOf(left), nameOf(right)));
        }
        return found.get(0);
    }

    private static List<Condition> conditions(FromClause left, FromClause right) {
        List<Condition> found = new ArrayList<>();
        for (FromClause leftLeaf : leaves(left)) {
            for (FromClause rightLeaf : leaves(right)) {
                addConditions(leftLeaf, rightLeaf, found);
            }
        }
        return found;
    }

    private static void addConditions(FromClause left, FromClause right, List<Condition> found) {
        NamedTable leftTable = tableOf(left);
        NamedTable rightTable = tableOf(right);
        if (leftTable == null || rightTable == null) {
            return;
        }
        for (ForeignKeyPair key : rightTable.foreignKeysTo(leftTable)) {
            found.add(equal(left, key.referred(), right, key.referring()));
        }
        if (leftTable != rightTable) {
            for (ForeignKeyPair key : leftTable.foreignKeysTo(rightTable)) {
                found.add(equal(right, key.referred(), left, key.referring()));
            }
        }
    }

    /** Written as SQLAlchemy writes it: what is referred to comes first. */
    private static Condition equal(
            FromClause one,
            List<? extends NamedColumn<?>> referred,
            FromClause many,
            List<? extends NamedColumn<?>> referring) {
        List<Condition> pairs = new ArrayList<>();
        for (int i = 0; i < referred.size(); i++) {
            pairs.add(equal(columnOf(one, referred.get(i)), columnOf(many, referring.get(i))));
        }
        return Logical.and(pairs);
    }

    /** The two sides of a foreign key hold the same values, whatever their Java types are declared to be. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Condition equal(NamedColumn<?> left, NamedColumn<?> right) {
        return ((Expression) left).eq((Expression) right);
    }

    private static NamedColumn<?> columnOf(FromClause from, NamedColumn<?> column) {
        return from instanceof Alias alias ? alias.column(column) : column;
    }

    private static @Nullable NamedTable tableOf(FromClause from) {
        if (from instanceof NamedTable table) {
            return table;
        }
        return from instanceof Alias alias && alias.element() instanceof NamedTable table ? table : null;
    }

    static String nameOf(FromClause from) {
        if (from instanceof NamedTable table) {
            return table.name();
        }
        if (from instanceof Alias alias) {
            return alias.isAnonymous() ? "subquery" : alias.name();
        }
        return leaves(from).stream().map(FromFinder::nameOf).toList().toString();
    }
}
