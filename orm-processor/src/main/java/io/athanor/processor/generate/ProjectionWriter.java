package io.athanor.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;

/** Writes {@code NameCount_}: a factory that takes something to select for each component of a record. */
final class ProjectionWriter {
    TypeSpec.Builder write(TypeElement type) {
        ClassName record = ClassName.get(type);
        TypeSpec.Builder projection = TypeSpec.classBuilder(nameOf(type))
                .addModifiers(Modifier.FINAL)
                .addJavadoc("Selects what becomes a {@link $T}.\n", record)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(factory(type, record));
        return isPublic(type) ? projection.addModifiers(Modifier.PUBLIC) : projection;
    }

    static String nameOf(TypeElement type) {
        return type.getSimpleName() + "_";
    }

    private static MethodSpec factory(TypeElement type, ClassName record) {
        String row = freeName(type);
        MethodSpec.Builder factory = MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(ParameterizedTypeName.get(GeneratedNames.PROJECTION, record))
                .addJavadoc("Select what becomes a {@link $T}.\n\n", record);
        List<CodeBlock> arguments = new ArrayList<>();
        List<CodeBlock> parts = new ArrayList<>();
        for (RecordComponentElement component : type.getRecordComponents()) {
            String name = component.getSimpleName().toString();
            TypeName value = TypeName.get(component.asType());
            factory.addParameter(
                    ParameterizedTypeName.get(GeneratedNames.SELECTABLE, WildcardTypeName.subtypeOf(value.box())),
                    name);
            factory.addJavadoc("@param $N yields the component of this name\n", name);
            arguments.add(
                    value.isPrimitive()
                            ? CodeBlock.of(
                                    "$T.notNull($N.get($N), $S)",
                                    GeneratedNames.PROJECTION,
                                    row,
                                    name,
                                    record.simpleName() + "." + name)
                            : CodeBlock.of("$N.get($N)", row, name));
            parts.add(CodeBlock.of(", $N", name));
        }
        return factory.addJavadoc("@return something to select\n")
                .addStatement(
                        "return $T.of($N -> new $T($L)$L)",
                        GeneratedNames.PROJECTION,
                        row,
                        record,
                        CodeBlock.join(arguments, ", "),
                        CodeBlock.join(parts, ""))
                .build();
    }

    private static String freeName(TypeElement type) {
        StringBuilder name = new StringBuilder("row");
        while (type.getRecordComponents().stream()
                .anyMatch(each -> each.getSimpleName().contentEquals(name))) {
            name.append('_');
        }
        return name.toString();
    }

    /** Nobody sees more of a record than of the classes around it. */
    private static boolean isPublic(Element type) {
        boolean isHere = type.getModifiers().contains(Modifier.PUBLIC);
        return isHere && (!(type.getEnclosingElement() instanceof TypeElement outer) || isPublic(outer));
    }
}
