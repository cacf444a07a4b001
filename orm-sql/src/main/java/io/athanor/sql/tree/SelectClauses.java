package io.athanor.sql.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The clauses of a SELECT or set operation, each a list of nodes; copied on every change. */
final class SelectClauses {
    /** The clauses, in the order of their nodes among the children. */
    enum Clause {
        MEMBERS,
        CTES,
        PREFIXES,
        HINTS,
        DISTINCT_ON,
        COLUMNS,
        FROM,
        JOINS,
        WHERE,
        GROUP_BY,
        HAVING,
        ORDER_BY,
        LIMIT,
        OFFSET,
        FETCH,
        LOCK,
        SUFFIXES,
        CORRELATE,
        CORRELATE_EXCEPT
    }

    static final SelectClauses EMPTY = new SelectClauses(new EnumMap<>(Clause.class));
    private static final Clause[] ALL = Clause.values();

    private final Map<Clause, List<? extends SqlNode>> lists;

    private SelectClauses(Map<Clause, List<? extends SqlNode>> lists) {
        this.lists = lists;
    }

    /** Each clause is only ever given nodes of its own kind. */
    @SuppressWarnings("unchecked")
    <N extends SqlNode> List<N> get(Clause clause) {
        return (List<N>) lists.getOrDefault(clause, List.of());
    }

    SelectClauses with(Clause clause, List<? extends SqlNode> nodes) {
        Map<Clause, List<? extends SqlNode>> copy = new EnumMap<>(lists);
        copy.put(clause, Collections.unmodifiableList(nodes));
        return new SelectClauses(copy);
    }

    SelectClauses plus(Clause clause, List<? extends SqlNode> nodes) {
        List<SqlNode> longer = new ArrayList<>(get(clause));
        longer.addAll(nodes);
        return with(clause, longer);
    }

    List<SqlNode> children() {
        List<SqlNode> children = new ArrayList<>();
        for (List<? extends SqlNode> nodes : lists.values()) {
            children.addAll(nodes);
        }
        return children;
    }

    SelectClauses withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        Map<Clause, List<? extends SqlNode>> copy = new EnumMap<>(Clause.class);
        lists.forEach((clause, old) -> copy.put(clause, nodes.next(old.size())));
        return new SelectClauses(copy);
    }

    /** How many nodes each clause has: with the children it tells one statement from another. */
    List<Integer> sizes() {
        List<Integer> sizes = new ArrayList<>(ALL.length);
        for (Clause clause : ALL) {
            sizes.add(get(clause).size());
        }
        return sizes;
    }

    RowLimit rowLimit(FetchMode mode) {
        return new RowLimit(only(Clause.LIMIT), only(Clause.OFFSET), only(Clause.FETCH), mode);
    }

    private @Nullable Expression<?> only(Clause clause) {
        List<Expression<?>> nodes = get(clause);
        return nodes.isEmpty() ? null : nodes.get(0);
    }
}
