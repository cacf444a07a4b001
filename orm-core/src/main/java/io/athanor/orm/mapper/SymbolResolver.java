package io.athanor.orm.mapper;

import io.athanor.orm.mapping.MappingException;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.StatesType;
import java.util.ArrayList;
import java.util.List;

/** Replaces the attributes in the stated condition of a relationship by columns. */
final class SymbolResolver {
    private final MapperLookup lookup;
    private final MappedRelationship relationship;

    SymbolResolver(MapperLookup lookup, MappedRelationship relationship) {
        this.lookup = lookup;
        this.relationship = relationship;
    }

    SqlNode resolve(SqlNode node) {
        if (node instanceof Attribute<?, ?> attribute) {
            if (attribute.owner().source() != null) {
                throw new MappingException(
                        "Relationship [%s] joins on [%s] of an alias; use the attributes of the classes themselves"
                                .formatted(relationship, attribute));
            }
            return lookup.require(attribute.owner().type(), relationship)
                    .require(attribute.name(), attribute.type().javaType())
                    .column();
        }
        if (node instanceof StatesType stating && stating.statedType() instanceof AttributeType<?> type) {
            return stating.withStatedType(lookup.require(type.entity(), relationship)
                    .require(type)
                    .column()
                    .type());
        }
        List<SqlNode> children = new ArrayList<>();
        boolean isChanged = false;
        for (SqlNode child : node.children()) {
            SqlNode resolved = resolve(child);
            isChanged |= resolved != child;
            children.add(resolved);
        }
        return isChanged ? node.withChildren(children) : node;
    }
}
