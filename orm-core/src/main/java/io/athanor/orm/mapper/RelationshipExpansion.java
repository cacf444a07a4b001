package io.athanor.orm.mapper;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Alias;
import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.Exists;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FromClause;
import io.athanor.sql.tree.LiteralColumn;
import io.athanor.sql.tree.Logical;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.type.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Replaces the conditions on relationships by conditions on columns, as SQLAlchemy writes them. */
final class RelationshipExpansion {
    private final Registry registry;
    private final TreeResolver resolver;

    RelationshipExpansion(Registry registry, TreeResolver resolver) {
        this.registry = registry;
        this.resolver = resolver;
    }

    MappedRelationship mapped(RelationshipSymbol<?, ?> symbol) {
        MappedRelationship relationship =
                registry.entityMapper(symbol.owner().type()).requireRelationship(symbol.name());
        if (relationship.target().type() != symbol.target()) {
            throw new ArgumentException("Relationship [%s] refers to [%s], not [%s]; ask for it by its own class"
                    .formatted(
                            relationship,
                            relationship.target().type().getName(),
                            symbol.target().getName()));
        }
        return relationship;
    }

    JoinPath.Side ownSide(RelationshipSymbol<?, ?> symbol) {
        return column -> resolver.columnOf(symbol.owner(), column);
    }

    // -- EXISTS ------------------------------------------------------------------------------------------------------

    Condition exists(RelatedExists node) {
        MappedRelationship relationship = mapped(node.relationship());
        Table table = relationship.target().table();
        // In a relationship of a table to itself the related rows need a name of their own.
        Alias alias = relationship.isSelfReferential() ? new Alias(table, null) : null;
        JoinPath.Side related = column -> alias == null ? column : alias.column(column);
        List<Expression<Boolean>> conditions =
                new ArrayList<>(paths(relationship, ownSide(node.relationship()), related));
        for (Expression<Boolean> condition : node.conditions()) {
            SqlNode resolved = resolver.resolve(condition);
            conditions.add(asCondition(alias == null ? resolved : moved(resolved, table, alias)));
        }
        FromClause from = alias == null ? table : alias;
        return new Exists(selectOne(conditions, relationship.path().secondary(), from), node.isNegated());
    }

    private static Select<?> selectOne(
            List<Expression<Boolean>> conditions, @Nullable Table secondary, FromClause from) {
        Select<?> select = Select.of(new LiteralColumn<>("1", SqlTypes.INTEGER)).where(Logical.and(conditions));
        return secondary == null ? select.correlateExcept(from) : select.correlateExcept(from, secondary);
    }

    private static List<Expression<Boolean>> paths(
            MappedRelationship relationship, JoinPath.Side own, JoinPath.Side related) {
        JoinPath path = relationship.path();
        if (path.secondary() == null) {
            return List.of(path.primary(own, related));
        }
        List<Expression<Boolean>> both = new ArrayList<>();
        both.add(path.primary(own, column -> column));
        Expression<Boolean> onward = path.onward(related, column -> column);
        if (onward != null) {
            both.add(onward);
        }
        return both;
    }

    private static SqlNode moved(SqlNode node, Table table, Alias alias) {
        if (node instanceof Column<?> column && column.table() == table) {
            return alias.column(column);
        }
        List<SqlNode> children = new ArrayList<>();
        boolean isChanged = false;
        for (SqlNode child : node.children()) {
            SqlNode other = moved(child, table, alias);
            isChanged |= other != child;
            children.add(other);
        }
        return isChanged ? node.withChildren(children) : node;
    }

    // -- nothing related ---------------------------------------------------------------------------------------------

    Condition isNull(RelatedIsNull node) {
        MappedRelationship relationship = mapped(node.relationship());
        if (relationship.direction() != Direction.MANY_TO_ONE) {
            return exists(new RelatedExists(node.relationship(), List.of(), !node.isNegated()));
        }
        List<Condition> parts = new ArrayList<>();
        for (ColumnPair pair : relationship.path().pairs()) {
            NamedColumn<?> own = resolver.columnOf(node.relationship().owner(), pair.destination());
            parts.add(node.isNegated() ? own.isNotNull() : own.isNull());
        }
        return node.isNegated() ? Logical.or(parts) : Logical.and(parts);
    }

    // -- an object ---------------------------------------------------------------------------------------------------

    Condition relatedTo(RelatedTo node) {
        MappedRelationship relationship = mapped(node.relationship());
        RelationshipSymbol<?, ?> symbol = node.relationship();
        ObjectValues values = new ObjectValues(registry, relationship, node.object());
        return switch (node.kind()) {
            case PARENT -> withParent(relationship, values);
            case EQUAL -> equal(relationship, symbol, values);
            case NOT_EQUAL -> notEqual(relationship, symbol, values);
            case CONTAINS -> contains(relationship, symbol, values);
            case LACKS ->
                relationship.path().secondary() == null
                        ? contains(relationship, symbol, values).not()
                        : lacks(relationship, symbol, values);
        };
    }

    private static Condition withParent(MappedRelationship relationship, ObjectValues values) {
        return Logical.and(paths(relationship, values::bind, column -> column));
    }

    private Condition equal(MappedRelationship relationship, RelationshipSymbol<?, ?> symbol, ObjectValues values) {
        return relationship.path().secondary() == null
                ? condition(relationship.path().primary(ownSide(symbol), values::bind))
                : contains(relationship, symbol, values);
    }

    private Condition notEqual(MappedRelationship relationship, RelationshipSymbol<?, ?> symbol, ObjectValues values) {
        if (relationship.direction() != Direction.MANY_TO_ONE) {
            return equal(relationship, symbol, values).not();
        }
        List<Condition> parts = new ArrayList<>();
        for (ColumnPair pair : relationship.path().pairs()) {
            NamedColumn<?> own = resolver.columnOf(symbol.owner(), pair.destination());
            parts.add(differs(own, values.bind(pair.source())));
            parts.add(own.isNull());
        }
        return Logical.or(parts);
    }

    /** The key's value is of the class of the column that refers to it. */
    @SuppressWarnings("unchecked")
    private static <T> Condition differs(NamedColumn<T> column, Expression<?> value) {
        return column.ne((Expression<T>) value);
    }

    private Condition contains(MappedRelationship relationship, RelationshipSymbol<?, ?> symbol, ObjectValues values) {
        Table secondary = relationship.path().secondary();
        if (secondary == null) {
            return condition(relationship.path().primary(ownSide(symbol), values::bind));
        }
        Alias alias = new Alias(secondary, null);
        return Logical.and(links(relationship, symbol, values, alias::column));
    }

    private List<Expression<Boolean>> links(
            MappedRelationship relationship, RelationshipSymbol<?, ?> symbol, ObjectValues values, JoinPath.Side side) {
        List<Expression<Boolean>> parts = new ArrayList<>();
        parts.add(relationship.path().primary(ownSide(symbol), side));
        Expression<Boolean> onward = relationship.path().onward(values::bind, side);
        if (onward != null) {
            parts.add(onward);
        }
        return parts;
    }

    private Condition lacks(MappedRelationship relationship, RelationshipSymbol<?, ?> symbol, ObjectValues values) {
        Table secondary = Objects.requireNonNull(relationship.path().secondary());
        List<Expression<Boolean>> parts = links(relationship, symbol, values, column -> column);
        return new Exists(selectOne(parts, null, secondary), true);
    }

    private static Condition condition(Expression<Boolean> expression) {
        return expression instanceof Condition already ? already : Logical.and(List.of(expression));
    }

    @SuppressWarnings("unchecked") // what was resolved is of the same kind
    private static Expression<Boolean> asCondition(SqlNode node) {
        return (Expression<Boolean>) node;
    }
}
