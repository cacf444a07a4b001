package io.athanor.sql.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * What changes a call of an aggregate.
 *
 * @param isDistinct whether each distinct value counts once
 * @param orderings the order of the values
 * @param group the order of the group, none if there is no WITHIN GROUP
 * @param filters the conditions of FILTER
 * @since 0.1.0
 */
public record FunctionModifiers(
        boolean isDistinct, List<Orderable> orderings, List<Orderable> group, List<Expression<Boolean>> filters) {
    /** Nothing changed. */
    public static final FunctionModifiers NONE = new FunctionModifiers(false, List.of(), List.of(), List.of());

    FunctionModifiers distinct() {
        return new FunctionModifiers(true, orderings, group, filters);
    }

    FunctionModifiers orderedBy(Orderable... order) {
        return new FunctionModifiers(isDistinct, List.of(order), group, filters);
    }

    FunctionModifiers groupedBy(Orderable... order) {
        return new FunctionModifiers(isDistinct, orderings, List.of(order), filters);
    }

    FunctionModifiers filtered(Expression<Boolean> where) {
        List<Expression<Boolean>> more = new ArrayList<>(filters);
        more.add(where);
        return new FunctionModifiers(isDistinct, orderings, group, List.copyOf(more));
    }

    List<SqlNode> nodes() {
        List<SqlNode> nodes = new ArrayList<>(orderings);
        nodes.addAll(group);
        nodes.addAll(filters);
        return nodes;
    }

    FunctionModifiers withNodes(Nodes nodes) {
        return new FunctionModifiers(
                isDistinct, nodes.next(orderings.size()), nodes.next(group.size()), nodes.next(filters.size()));
    }

    Object shape() {
        return List.of(isDistinct, orderings.size(), group.size(), filters.size());
    }
}
