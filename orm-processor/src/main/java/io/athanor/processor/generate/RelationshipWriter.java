package io.athanor.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.athanor.processor.model.EntityModel;
import io.athanor.processor.model.RelationshipModel;
import io.athanor.processor.model.RelationshipModel.Statement;

/** Writes the part of a descriptor that states a relationship. */
final class RelationshipWriter {
    private final AttributeTypes types;

    RelationshipWriter(AttributeTypes types) {
        this.types = types;
    }

    CodeBlock write(EntityModel entity, RelationshipModel relationship) {
        return CodeBlock.of(
                "\n.relationship($S, $L, $T.class, r -> $L)",
                relationship.name(),
                types.literal(relationship.type()),
                ClassName.get(relationship.target()),
                specification(entity, relationship));
    }

    private static CodeBlock specification(EntityModel entity, RelationshipModel relationship) {
        if (relationship.statements().isEmpty()) {
            return CodeBlock.of("{ }");
        }
        CodeBlock.Builder calls = CodeBlock.builder().add("r");
        for (Statement statement : relationship.statements()) {
            CodeBlock arguments = statement.values().stream()
                    .map(value -> argument(entity, statement, value))
                    .collect(CodeBlock.joining(", "));
            calls.add(".$N($L)", statement.method(), arguments);
        }
        return calls.build();
    }

    private static CodeBlock argument(EntityModel entity, Statement statement, String value) {
        return switch (statement.kind()) {
            case TEXTS -> CodeBlock.of("$S", value);
            case CASCADES -> CodeBlock.of("$T.$N", GeneratedNames.CASCADE, value);
            case LAZY -> CodeBlock.of("$T.$N", GeneratedNames.LAZY, value);
            case METHOD -> CodeBlock.of("$T::$N", ClassName.get(entity.type()), value);
            case LITERALS -> CodeBlock.of("$L", value);
        };
    }
}
