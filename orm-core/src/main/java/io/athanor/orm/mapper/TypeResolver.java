package io.athanor.orm.mapper;

import io.athanor.sql.tree.BindRows;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.StatesType;
import io.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;

/** Replaces the type of an attribute by that of its column, in the nodes that state a type of their own. */
final class TypeResolver {
    private final Registry registry;

    TypeResolver(Registry registry) {
        this.registry = registry;
    }

    SqlNode resolve(SqlNode node) {
        if (node instanceof StatesType stating && stating.statedType() instanceof AttributeType<?> type) {
            return stating.withStatedType(typeOf(type));
        }
        return node instanceof BindRows rows ? rows.withTypes(typesOf(rows.types())) : node;
    }

    private List<SqlType<?>> typesOf(List<SqlType<?>> types) {
        List<SqlType<?>> resolved = new ArrayList<>();
        types.forEach(each -> resolved.add(each instanceof AttributeType<?> type ? typeOf(type) : each));
        return resolved;
    }

    private SqlType<?> typeOf(AttributeType<?> type) {
        return registry.entityMapper(type.entity()).require(type).column().type();
    }
}
