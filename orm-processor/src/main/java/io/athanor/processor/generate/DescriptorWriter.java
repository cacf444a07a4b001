package io.athanor.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.athanor.processor.model.AttributeModel;
import io.athanor.processor.model.ColumnModel;
import io.athanor.processor.model.EntityModel;
import javax.lang.model.element.Modifier;

/** Writes {@code User_Descriptor}, which says at run time what the annotations say in the source. */
final class DescriptorWriter {
    private final AttributeTypes types;

    DescriptorWriter(AttributeTypes types) {
        this.types = types;
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
        for (AttributeModel attribute : entity.attributes()) {
            code.add(
                    "\n.attribute($S, $L, a -> $L)",
                    attribute.name(),
                    types.fieldClass(attribute),
                    specification(attribute));
        }
        return code.build();
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
