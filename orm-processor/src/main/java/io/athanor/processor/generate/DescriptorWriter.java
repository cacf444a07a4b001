package io.athanor.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.athanor.processor.model.AssociationModel;
import io.athanor.processor.model.AttributeModel;
import io.athanor.processor.model.ColumnModel;
import io.athanor.processor.model.DeferralModel;
import io.athanor.processor.model.EntityModel;
import io.athanor.processor.model.RelationshipModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes {@code User_Descriptor}, which says at run time what the annotations say in the source. */
final class DescriptorWriter {
    private final AttributeTypes types;
    private final RelationshipWriter relationships;

    DescriptorWriter(AttributeTypes types) {
        this.types = types;
        this.relationships = new RelationshipWriter(types);
    }

    TypeSpec.Builder write(EntityModel entity) {
        ClassName type = ClassName.get(entity.type());
        MethodSpec mapping = MethodSpec.methodBuilder("mapping")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(GeneratedNames.MAPPING, type))
                .addStatement(mapping(entity))
                .build();
        return TypeSpec.classBuilder(entity.descriptorName())
                .addModifiers(Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(GeneratedNames.DESCRIPTOR, type))
                .addMethod(mapping);
    }

    private CodeBlock mapping(EntityModel entity) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "return $T.declared($T.class, $S)",
                        GeneratedNames.MAPPING,
                        ClassName.get(entity.type()),
                        entity.table());
        if (entity.mappedSuperclass() != null) {
            code.add("\n.extending($T.class)", ClassName.get(entity.mappedSuperclass()));
        }
        if (entity.eagerDefaults() != null) {
            code.add("\n.eagerDefaults($T.$L)", GeneratedNames.EAGER_DEFAULTS, entity.eagerDefaults());
        }
        for (String name : entity.members().names()) {
            code.add(member(entity, name));
        }
        for (AssociationModel association : entity.associations()) {
            code.add(
                    "\n.secondary($S, $L, $L)",
                    association.table(),
                    listOf(association.columns()),
                    listOf(association.references()));
        }
        return code.build();
    }

    private CodeBlock member(EntityModel entity, String name) {
        for (AttributeModel attribute : entity.members().attributes()) {
            if (attribute.name().equals(name)) {
                return CodeBlock.of(
                        "\n.attribute($S, $L, a -> $L)$L",
                        name,
                        types.fieldClass(attribute),
                        specification(attribute),
                        deferral(attribute));
            }
        }
        for (RelationshipModel relationship : entity.members().relationships()) {
            if (relationship.name().equals(name)) {
                return relationships.write(entity, relationship);
            }
        }
        throw new IllegalArgumentException("No member [%s] in [%s]".formatted(name, entity.type()));
    }

    private static CodeBlock deferral(AttributeModel attribute) {
        DeferralModel deferral = attribute.column().deferral();
        if (deferral == null) {
            return CodeBlock.of("");
        }
        CodeBlock group = deferral.group().isEmpty() ? CodeBlock.of("null") : CodeBlock.of("$S", deferral.group());
        return CodeBlock.of(
                "\n.deferred($S, new $T($L, $L))",
                attribute.name(),
                GeneratedNames.DEFERRAL,
                group,
                deferral.isRaising());
    }

    private static CodeBlock listOf(List<String> texts) {
        CodeBlock elements =
                texts.stream().map(text -> CodeBlock.of("$S", text)).collect(CodeBlock.joining(", "));
        return CodeBlock.of("$T.of($L)", List.class, elements);
    }

    private static CodeBlock specification(AttributeModel attribute) {
        CodeBlock.Builder calls = CodeBlock.builder();
        ColumnModel column = attribute.column();
        if (attribute.id()) {
            calls.add(".id()");
        }
        if (!column.name().isEmpty()) {
            calls.add(".column($S)", column.name());
        }
        if (!column.nullable()) {
            calls.add(".notNull()");
        }
        if (column.unique()) {
            calls.add(".unique()");
        }
        if (column.length() >= 0) {
            calls.add(".length($L)", column.length());
        }
        if (!column.references().isEmpty()) {
            calls.add(".references($S)", column.references());
        }
        if (attribute.converter() != null) {
            calls.add(".type(new $T())", ClassName.get(attribute.converter()));
        }
        return calls.isEmpty() ? CodeBlock.of("{ }") : CodeBlock.of("a$L", calls.build());
    }
}
