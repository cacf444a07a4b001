package io.athanor.orm.mapper;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Alias;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FromClause;
import io.athanor.sql.tree.FromElements;
import io.athanor.sql.tree.Join;
import io.athanor.sql.tree.JoinClause;
import io.athanor.sql.tree.JoinKind;
import io.athanor.sql.tree.JoinTarget;
import io.athanor.sql.tree.Logical;
import io.athanor.sql.tree.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Replaces joins along relationships by joins of tables, as SQLAlchemy writes them. */
final class RelationshipJoins {
    private final RelationshipExpansion relationships;
    private final TreeResolver resolver;

    RelationshipJoins(RelationshipExpansion relationships, TreeResolver resolver) {
        this.relationships = relationships;
        this.resolver = resolver;
    }

    static boolean isRelationship(JoinTarget target) {
        return target instanceof RelationshipSymbol<?, ?> || target instanceof RelationshipJoin;
    }

    static boolean isIn(Select<?> select) {
        return select.joins().stream().anyMatch(join -> isRelationship(join.target()));
    }

    /** What is joined along a relationship: the other class under some name, perhaps by way of the secondary table. */
    private record Step(
            MappedRelationship relationship,
            FromClause right,
            Expression<Boolean> on,
            @Nullable Alias secondary,
            @Nullable Expression<Boolean> onward) {}

    <T> Select<T> expand(Select<T> select) {
        if (!isIn(select)) {
            return select;
        }
        List<JoinClause> joins = new ArrayList<>();
        Select<T> based = select;
        for (JoinClause join : select.joins()) {
            if (isRelationship(join.target())) {
                based = joins.isEmpty() ? withOwner(based, join.target()) : based;
                joins.addAll(expand(join));
            } else {
                joins.add(join);
            }
        }
        return based.withOnlyJoins(joins);
    }

    /** A first join starts from the owner of the relationship, even if nothing of it is selected. */
    private <T> Select<T> withOwner(Select<T> select, JoinTarget target) {
        FromClause owner = resolver.fromOf(symbol(target).owner());
        boolean isNamed = !select.froms().isEmpty()
                || FromElements.of(select.selected().stream()
                                .map(resolver::resolve)
                                .toList())
                        .contains(owner);
        return isNamed ? select : select.from(owner);
    }

    private static RelationshipSymbol<?, ?> symbol(JoinTarget target) {
        return target instanceof RelationshipJoin join ? join.relationship() : (RelationshipSymbol<?, ?>) target;
    }

    private List<JoinClause> expand(JoinClause clause) {
        Step step = step(clause.target(), clause.on());
        if (step.secondary() == null) {
            return List.of(new JoinClause(step.right(), step.on(), clause.kind()));
        }
        Expression<Boolean> onward = Objects.requireNonNull(step.onward());
        if (clause.kind() == JoinKind.INNER) {
            return List.of(
                    new JoinClause(step.secondary(), step.on(), JoinKind.INNER),
                    new JoinClause(step.right(), onward, JoinKind.INNER));
        }
        Join both = new Join(step.secondary(), step.right(), onward, JoinKind.INNER);
        return List.of(new JoinClause(both, step.on(), clause.kind()));
    }

    Join expand(Join join) {
        Step step = step(join.right(), join.on());
        if (step.secondary() == null) {
            return new Join(join.left(), step.right(), step.on(), join.kind());
        }
        Expression<Boolean> onward = Objects.requireNonNull(step.onward());
        Join both = new Join(step.secondary(), step.right(), onward, JoinKind.INNER);
        return new Join(join.left(), both, step.on(), join.kind());
    }

    private Step step(JoinTarget target, @Nullable Expression<Boolean> stated) {
        RelationshipSymbol<?, ?> symbol = symbol(target);
        RelationshipJoin detail = target instanceof RelationshipJoin join ? join : null;
        MappedRelationship relationship = relationships.mapped(symbol);
        EntityRef<?> alias = detail == null ? null : detail.alias();
        EntityRef<?> ref = alias == null ? relationship.target().entity() : alias;
        FromClause right = resolver.fromOf(ref);
        if (right.equals(resolver.fromOf(symbol.owner()))) {
            throw new ArgumentException(
                    "Relationship [%s] joins table [%s] to itself; name the related rows by as(alias)"
                            .formatted(
                                    relationship, relationship.owner().table().name()));
        }
        List<Expression<Boolean>> further = new ArrayList<>();
        if (detail != null && detail.further() != null) {
            further.add(detail.further());
        }
        if (stated != null) {
            further.add(stated);
        }
        JoinPath.Side own = relationships.ownSide(symbol);
        JoinPath.Side related = column -> resolver.columnOf(ref, column);
        JoinPath path = relationship.path();
        Table secondary = path.secondary();
        if (secondary == null) {
            return new Step(relationship, right, with(path.primary(own, related), further), null, null);
        }
        Alias between = new Alias(secondary, null);
        Expression<Boolean> onward = Objects.requireNonNull(path.onward(related, between::column));
        return new Step(relationship, right, path.primary(own, between::column), between, with(onward, further));
    }

    private static Expression<Boolean> with(Expression<Boolean> condition, List<Expression<Boolean>> further) {
        if (further.isEmpty()) {
            return condition;
        }
        List<Expression<Boolean>> all = new ArrayList<>();
        all.add(condition);
        all.addAll(further);
        return Logical.and(all);
    }
}
