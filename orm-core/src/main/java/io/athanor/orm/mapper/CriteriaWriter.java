package io.athanor.orm.mapper;

import io.athanor.sql.tree.Delete;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.InferredOn;
import io.athanor.sql.tree.Join;
import io.athanor.sql.tree.JoinClause;
import io.athanor.sql.tree.JoinTarget;
import io.athanor.sql.tree.Logical;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.Statement;
import io.athanor.sql.tree.Update;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the conditions of options into a statement: those of joined entities into the joins, all others into WHERE. */
final class CriteriaWriter {
    private final List<LoaderCriteria<?>> criteria;

    CriteriaWriter(List<LoaderCriteria<?>> criteria) {
        this.criteria = criteria;
    }

    SqlNode rewrite(SqlNode node) {
        SqlNode inner = withRewrittenChildren(node);
        if (inner instanceof Select<?> select) {
            return restricted(select);
        } else if (inner instanceof Update update) {
            Expression<Boolean> condition = of(update.table());
            return condition == null ? update : update.where(condition);
        } else if (inner instanceof Delete delete) {
            Expression<Boolean> condition = of(delete.table());
            return condition == null ? delete : delete.where(condition);
        }
        return inner;
    }

    private SqlNode withRewrittenChildren(SqlNode node) {
        List<SqlNode> children = new ArrayList<>();
        boolean isChanged = false;
        for (SqlNode child : node.children()) {
            SqlNode rewritten = rewrite(child);
            isChanged |= rewritten != child;
            children.add(rewritten);
        }
        return isChanged ? node.withChildren(children) : node;
    }

    // -- one SELECT --------------------------------------------------------------------------------------------------

    private Select<?> restricted(Select<?> select) {
        Set<EntityRef<?>> joined = new LinkedHashSet<>();
        List<JoinClause> joins = new ArrayList<>();
        for (JoinClause join : select.joins()) {
            joins.add(restricted(join, joined));
        }
        Set<EntityRef<?>> others = new LinkedHashSet<>();
        select.selected().forEach(each -> collect(each, others));
        select.froms().forEach(each -> collect(each, others));
        others.removeAll(joined);
        Select<?> restricted = select.joins().isEmpty() ? select : select.withOnlyJoins(joins);
        for (EntityRef<?> ref : others) {
            Expression<Boolean> condition = of(ref);
            restricted = condition == null ? restricted : restricted.where(condition);
        }
        return restricted;
    }

    private JoinClause restricted(JoinClause join, Set<EntityRef<?>> joined) {
        EntityRef<?> ref = joinedBy(join.target());
        if (ref == null) {
            return join;
        }
        joined.add(ref);
        Expression<Boolean> condition = of(ref);
        return condition == null ? join : new JoinClause(join.target(), plus(join, condition), join.kind());
    }

    /** The condition that is stated for a relationship comes on top of its own. */
    private static Expression<Boolean> plus(JoinClause join, Expression<Boolean> condition) {
        if (join.on() != null) {
            return Logical.and(List.of(join.on(), condition));
        }
        return RelationshipJoins.isRelationship(join.target()) ? condition : new InferredOn(condition);
    }

    private static @Nullable EntityRef<?> joinedBy(JoinTarget target) {
        if (target instanceof RelationshipSymbol<?, ?> relationship) {
            return EntityRef.of(relationship.target());
        } else if (target instanceof RelationshipJoin join) {
            return join.alias() == null ? EntityRef.of(join.relationship().target()) : join.alias();
        }
        return target instanceof EntityRef<?> ref ? ref : null;
    }

    /** The entities of a select list or of FROM, without those of statements within it. */
    private static void collect(SqlNode node, Set<EntityRef<?>> found) {
        if (node instanceof EntityRef<?> ref) {
            found.add(ref);
        } else if (node instanceof Attribute<?, ?> attribute) {
            found.add(attribute.owner());
        } else if (node instanceof Join join) {
            EntityRef<?> right = joinedBy(join.right());
            if (right != null) {
                found.add(right);
            }
            collect(join.left(), found);
        } else if (!(node instanceof Statement)) {
            node.children().forEach(child -> collect(child, found));
        }
    }

    // -- one entity --------------------------------------------------------------------------------------------------

    private @Nullable Expression<Boolean> of(SqlNode table) {
        if (!(table instanceof EntityRef<?> ref)) {
            return null;
        }
        List<Expression<Boolean>> conditions = new ArrayList<>();
        for (LoaderCriteria<?> each : criteria) {
            boolean isMeant =
                    each.entity().isAssignableFrom(ref.type()) && (ref.source() == null || each.isOfAliases());
            if (isMeant) {
                conditions.add(seenFrom(each.condition(), ref));
            }
        }
        if (conditions.isEmpty()) {
            return null;
        }
        return conditions.size() == 1 ? conditions.get(0) : Logical.and(conditions);
    }

    @SuppressWarnings("unchecked") // a condition on other attributes is one
    private static Expression<Boolean> seenFrom(Expression<Boolean> condition, EntityRef<?> ref) {
        return ref.source() == null ? condition : (Expression<Boolean>) moved(condition, ref);
    }

    private static SqlNode moved(SqlNode node, EntityRef<?> ref) {
        if (node instanceof Attribute<?, ?> attribute
                && attribute.owner().source() == null
                && attribute.owner().type().isAssignableFrom(ref.type())) {
            return ref.attribute(attribute.name(), attribute.type().javaType());
        }
        List<SqlNode> children = new ArrayList<>();
        boolean isChanged = false;
        for (SqlNode child : node.children()) {
            SqlNode other = moved(child, ref);
            isChanged |= other != child;
            children.add(other);
        }
        return isChanged ? node.withChildren(children) : node;
    }
}
