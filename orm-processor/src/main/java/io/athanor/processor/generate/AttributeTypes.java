package io.athanor.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.athanor.processor.model.AttributeModel;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** How the type of an attribute is written: as a type argument, and as a class object. */
final class AttributeTypes {
    private final Types types;

    AttributeTypes(Types types) {
        this.types = types;
    }

    /** The type argument: boxed, and nullable where the field is. */
    TypeName argument(AttributeModel attribute) {
        TypeName plain = TypeName.get(attribute.type()).box();
        if (attribute.nullness() == null) {
            return plain;
        }
        return plain.annotated(
                AnnotationSpec.builder(ClassName.get(attribute.nullness())).build());
    }

    /** The class object that matches {@link #argument}. */
    CodeBlock boxedClass(AttributeModel attribute) {
        TypeMirror type = attribute.type();
        return type.getKind().isPrimitive()
                ? CodeBlock.of("$T.class", TypeName.get(type).box())
                : literal(type);
    }

    /** The class object of the field itself, primitive if that is. */
    CodeBlock fieldClass(AttributeModel attribute) {
        return literal(attribute.type());
    }

    /** Generic classes have no class object of their own; the methods that take one expect the raw one. */
    CodeBlock literal(TypeMirror type) {
        return CodeBlock.of("$T.class", TypeName.get(types.erasure(type)));
    }
}
