package io.athanor.orm.mapper;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.tree.DerivedColumn;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FromClause;
import io.athanor.sql.tree.Join;
import io.athanor.sql.tree.LabeledExpression;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Projection;
import io.athanor.sql.tree.Returning;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SelectStatement;
import io.athanor.sql.tree.Selectable;
import io.athanor.sql.tree.SelectedTable;
import io.athanor.sql.tree.SqlNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Replaces the entities and attributes of statements by the tables and columns of a registry. A node that holds none stays
 * the same object, and a node that is used twice is replaced by one object, so that what was shared stays shared: aliases
 * above all. One resolver serves the statements that are to share in this way, such as one plan. An entity in a select list
 * becomes its columns.
 *
 * <p>Not thread-safe. Its depth of recursion is that of the tree, which
 * {@link io.athanor.sql.compile.StructureKey#of} bounds.
 *
 * @since 0.1.0
 */
public final class TreeResolver {
    private final Registry registry;
    private final TypeResolver types;
    private final RelationshipExpansion relationships;
    private final RelationshipJoins joins;
    private final Map<SqlNode, SqlNode> resolved = new IdentityHashMap<>();

    /**
     * Create a resolver.
     *
     * @param registry tells tables and columns
     */
    public TreeResolver(Registry registry) {
        this.registry = registry;
        this.types = new TypeResolver(registry);
        this.relationships = new RelationshipExpansion(registry, this);
        this.joins = new RelationshipJoins(relationships, this);
    }

    /**
     * Resolve a statement or a part of one.
     *
     * @param node the node; an entity is taken for an element of FROM
     * @return a node without entities and attributes, the same object if it had none
     * @throws io.athanor.orm.mapping.UnmappedClassException if the registry does not map an entity
     * @throws ArgumentException if an entity has no such attribute
     */
    public SqlNode resolve(SqlNode node) {
        SqlNode known = resolved.get(node);
        if (known == null) {
            known = replace(node);
            resolved.put(node, known);
        }
        return known;
    }

    /**
     * Put the values of objects that relationships are compared with into a statement, so that it can be told by its structure.
     * What is compared for an alias is left alone, since its columns are known only once the whole is resolved.
     *
     * @param node a statement, unresolved
     * @return the statement with bound values; the same if it compares no relationship
     */
    public SqlNode withValues(SqlNode node) {
        if (node instanceof RelatedTo related) {
            boolean isOfAlias = related.relationship().owner().source() != null;
            return isOfAlias ? related : relationships.relatedTo(related);
        }
        List<? extends SqlNode> children = node.children();
        List<SqlNode> replaced = new ArrayList<>(children.size());
        boolean isChanged = false;
        for (SqlNode child : children) {
            SqlNode replacement = withValues(child);
            isChanged |= replacement != child;
            replaced.add(replacement);
        }
        return isChanged ? node.withChildren(replaced) : node;
    }

    /**
     * Return what stands in FROM for an entity.
     *
     * @param ref the entity
     * @return the class's table, or the same alias each time
     * @throws io.athanor.orm.mapping.UnmappedClassException if the registry does not map it
     */
    public FromClause fromOf(EntityRef<?> ref) {
        DerivedTable source = ref.source();
        if (source == null) {
            return registry.entityMapper(ref.type()).table();
        }
        return (FromClause) resolve(source);
    }

    /**
     * Return the columns that stand for an entity in a select list.
     *
     * @param ref the entity
     * @return a column for each column attribute, in the order of {@link EntityMapper#columnAttributes}
     * @throws io.athanor.orm.mapping.UnmappedClassException if the registry does not map it
     * @throws ArgumentException if the entity is read from a subquery that does not select all of them
     */
    public List<NamedColumn<?>> columnsOf(EntityRef<?> ref) {
        EntityMapper<?> mapper = registry.entityMapper(ref.type());
        List<NamedColumn<?>> columns = new ArrayList<>();
        for (MappedAttribute attribute : mapper.columnAttributes()) {
            columns.add(columnOf(ref, attribute));
        }
        return columns;
    }

    private SqlNode replace(SqlNode node) {
        if (node instanceof EntityRef<?> ref) {
            return fromOf(ref);
        } else if (node instanceof EntityTable table) {
            return registry.entityMapper(table.type()).table();
        } else if (node instanceof Attribute<?, ?> attribute) {
            EntityRef<?> owner = attribute.owner();
            MappedAttribute known = registry.entityMapper(owner.type())
                    .require(attribute.name(), attribute.type().javaType());
            return columnOf(owner, known);
        } else if (node instanceof Select<?> select
                && (hasEntity(select.selected()) || RelationshipJoins.isIn(select))) {
            return withResolvedChildren(joins.expand(select.withOnlyColumns(expand(select.selected()))));
        } else if (node instanceof Join join && RelationshipJoins.isRelationship(join.right())) {
            return resolve(joins.expand(join));
        } else if (node instanceof RelatedExists exists) {
            return relationships.exists(exists);
        } else if (node instanceof RelatedTo related) {
            return relationships.relatedTo(related);
        } else if (node instanceof RelatedIsNull missing) {
            return relationships.isNull(missing);
        } else if (node instanceof Returning<?> returning && hasEntity(returning.selected())) {
            return withResolvedChildren(returning.withOnlyColumns(expand(returning.selected())));
        } else if (node instanceof Projection<?> projection && hasEntity(projection.parts())) {
            return withColumns(projection);
        }
        return types.resolve(withResolvedChildren(node));
    }

    private SqlNode withResolvedChildren(SqlNode node) {
        List<? extends SqlNode> children = node.children();
        List<SqlNode> replaced = new ArrayList<>(children.size());
        boolean isChanged = false;
        for (SqlNode child : children) {
            SqlNode replacement = resolve(child);
            isChanged |= replacement != child;
            replaced.add(replacement);
        }
        return isChanged ? node.withChildren(replaced) : node;
    }

    private static boolean hasEntity(List<? extends Selectable<?>> selected) {
        return selected.stream().anyMatch(EntityRef.class::isInstance);
    }

    private SqlNode withColumns(Projection<?> projection) {
        return projection.withChildren(
                expand(projection.parts()).stream().map(this::resolve).toList());
    }

    private List<Selectable<?>> expand(List<? extends Selectable<?>> selected) {
        List<Selectable<?>> columns = new ArrayList<>();
        for (Selectable<?> each : selected) {
            if (each instanceof EntityRef<?> ref) {
                columns.addAll(columnsOf(ref));
            } else {
                columns.add(each);
            }
        }
        return columns;
    }

    private NamedColumn<?> columnOf(EntityRef<?> owner, MappedAttribute attribute) {
        return columnOf(owner, attribute.column());
    }

    /**
     * Return what stands for a column of an entity's table where the entity is read from.
     *
     * @param owner the entity
     * @param column a column of its table
     * @return the column itself, or that of the alias or subquery
     */
    public NamedColumn<?> columnOf(EntityRef<?> owner, Column<?> column) {
        DerivedTable source = owner.source();
        if (source == null) {
            return column;
        }
        DerivedTable from = (DerivedTable) resolve(source);
        if (from instanceof SelectedTable derived && derived.statement() != null) {
            return derived.column(selectedFor(column, owner, derived.statement()));
        }
        return from.column(column);
    }

    private Expression<?> selectedFor(Column<?> column, EntityRef<?> owner, SelectStatement<?> select) {
        List<Expression<?>> candidates = new ArrayList<>();
        for (Selectable<?> each : select.selected()) {
            if (each == column) {
                return column;
            }
            if (each instanceof Expression<?> expression && standsFor(expression, column)) {
                candidates.add(expression);
            }
        }
        if (candidates.size() != 1) {
            throw new ArgumentException(
                    "The subquery that entity [%s] is read from selects attribute [%s] [%d] times; select the entity once"
                            .formatted(owner.type().getSimpleName(), nameOf(column, owner), candidates.size()));
        }
        return candidates.get(0);
    }

    private String nameOf(Column<?> column, EntityRef<?> owner) {
        MappedAttribute attribute = registry.entityMapper(owner.type()).attributeOf(column);
        return attribute == null ? column.name() : attribute.name();
    }

    private static boolean standsFor(Expression<?> selected, NamedColumn<?> column) {
        Expression<?> each = selected;
        while (each != column) {
            if (each instanceof LabeledExpression<?> label) {
                each = label.expression();
            } else if (each instanceof DerivedColumn<?> derived) {
                each = derived.origin();
            } else {
                return false;
            }
        }
        return true;
    }
}
