package io.athanor.orm.mapper;

import io.athanor.sql.tree.BinaryOperation;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.BindList;
import io.athanor.sql.tree.Cast;
import io.athanor.sql.tree.LiteralColumn;
import io.athanor.sql.tree.NullExpression;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.StandardFunction;
import io.athanor.sql.tree.TypeCoercion;
import io.athanor.sql.type.SqlType;

/** Replaces the type of an attribute by that of its column, in the nodes that state a type of their own. */
final class TypeResolver {
    private final Registry registry;

    TypeResolver(Registry registry) {
        this.registry = registry;
    }

    SqlNode resolve(SqlNode node) {
        if (node instanceof Bind<?> bind && bind.type() instanceof AttributeType<?> type) {
            return bind.withType(typeOf(type));
        } else if (node instanceof BindList<?> list && list.type() instanceof AttributeType<?> type) {
            return list.withType(typeOf(type));
        } else if (node instanceof Cast<?> cast && cast.type() instanceof AttributeType<?> type) {
            return new Cast<>(cast.operand(), typeOf(type));
        } else if (node instanceof TypeCoercion<?> coercion && coercion.type() instanceof AttributeType<?> type) {
            return new TypeCoercion<>(coercion.operand(), typeOf(type));
        } else if (node instanceof StandardFunction<?> call && call.ownType() instanceof AttributeType<?> type) {
            return new StandardFunction<>(call.name(), call.arguments(), typeOf(type), call.isDistinct());
        } else if (node instanceof BinaryOperation<?> binary && binary.ownType() instanceof AttributeType<?> type) {
            return new BinaryOperation<>(binary.operator(), binary.left(), binary.right(), typeOf(type));
        } else if (node instanceof NullExpression<?> empty && empty.type() instanceof AttributeType<?> type) {
            return new NullExpression<>(typeOf(type));
        } else if (node instanceof LiteralColumn<?> literal && literal.type() instanceof AttributeType<?> type) {
            return new LiteralColumn<>(literal.sql(), typeOf(type));
        }
        return node;
    }

    private SqlType<?> typeOf(AttributeType<?> type) {
        return registry.entityMapper(type.entity()).require(type).column().type();
    }
}
