package io.athanor.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.athanor.processor.model.AttributeModel;
import io.athanor.processor.model.EntityModel;
import io.athanor.processor.model.MemberModels;
import io.athanor.processor.model.RelationshipModel;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Writes {@code User_}: a static symbol per attribute, and {@code Ref} for the entity as it stands in a statement. */
final class MetamodelWriter {
    private static final String ALIAS = "alias";
    private static final String SOURCE = "source";
    private final AttributeTypes types;

    MetamodelWriter(AttributeTypes types) {
        this.types = types;
    }

    TypeSpec.Builder write(EntityModel entity) {
        ClassName type = ClassName.get(entity.type());
        ClassName ref = ClassName.get(entity.packageName(), entity.metamodelName(), "Ref");
        MemberModels members = entity.inherited().plus(entity.members());
        String self = freeName(members.names());
        Modifier[] access = isPublic(entity.type()) ? new Modifier[] {Modifier.PUBLIC} : new Modifier[0];
        TypeSpec.Builder metamodel = TypeSpec.classBuilder(entity.metamodelName())
                .addModifiers(access)
                .addModifiers(Modifier.FINAL)
                .addJavadoc("The attributes of {@link $T}, as symbols for statements. Immutable.\n", type)
                .addField(FieldSpec.builder(ref, self, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("new $T()", ref)
                        .build());
        for (String name : members.names()) {
            metamodel.addField(field(type, members, name)
                    .addModifiers(Modifier.STATIC)
                    .initializer("$N.$N", self, name)
                    .build());
        }
        metamodel.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        addFactories(metamodel, ref, self);
        return metamodel.addType(ref(type, members));
    }

    private void addFactories(TypeSpec.Builder metamodel, ClassName ref, String self) {
        metamodel
                .addMethod(factory("entity", ref, "Return the entity itself, to select or to join.", "the entity")
                        .addStatement("return $N", self)
                        .build())
                .addMethod(factory("as", ref, "Return the entity under a generated alias.", "a new alias")
                        .addStatement("return new $T($S)", ref, "")
                        .build())
                .addMethod(
                        factory("as", ref, "Return the entity under an alias.\n\n@param alias its name", "a new alias")
                                .addParameter(String.class, ALIAS)
                                .addStatement("return new $T($N)", ref, ALIAS)
                                .build())
                .addMethod(factory(
                                "as",
                                ref,
                                "Return the entity as the rows of a subquery.\n\n@param source the subquery",
                                "the entity in the subquery")
                        .addParameter(GeneratedNames.DERIVED_TABLE, SOURCE)
                        .addStatement("return new $T($N)", ref, SOURCE)
                        .build());
    }

    private TypeSpec ref(ClassName type, MemberModels members) {
        TypeSpec.Builder ref = TypeSpec.classBuilder("Ref")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("{@link $T} as it stands in one statement: itself, an alias, or a subquery.\n", type)
                .superclass(ParameterizedTypeName.get(GeneratedNames.ENTITY_REF, type));
        for (AttributeModel attribute : members.attributes()) {
            ref.addField(field(type, attribute)
                    .initializer("attribute($S, $L)", attribute.name(), types.boxedClass(attribute))
                    .build());
        }
        for (RelationshipModel relationship : members.relationships()) {
            ref.addField(field(type, relationship)
                    .initializer(
                            "$L($S, $T.class)",
                            relationship.isToMany() ? "toMany" : "toOne",
                            relationship.name(),
                            ClassName.get(relationship.target()))
                    .build());
        }
        return ref.addMethod(MethodSpec.constructorBuilder()
                        .addStatement("super($T.class)", type)
                        .build())
                .addMethod(constructor(type, ClassName.get(String.class), ALIAS))
                .addMethod(constructor(type, GeneratedNames.DERIVED_TABLE, SOURCE))
                .build();
    }

    private FieldSpec.Builder field(ClassName entity, MemberModels members, String name) {
        for (AttributeModel attribute : members.attributes()) {
            if (attribute.name().equals(name)) {
                return field(entity, attribute);
            }
        }
        for (RelationshipModel relationship : members.relationships()) {
            if (relationship.name().equals(name)) {
                return field(entity, relationship);
            }
        }
        throw new IllegalArgumentException("No member [%s] in [%s]".formatted(name, entity));
    }

    private static FieldSpec.Builder field(ClassName entity, RelationshipModel relationship) {
        TypeName type = ParameterizedTypeName.get(
                relationship.isToMany() ? GeneratedNames.TO_MANY : GeneratedNames.TO_ONE,
                entity,
                ClassName.get(relationship.target()));
        return FieldSpec.builder(type, relationship.name(), Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("The relationship {@code $L}.\n", relationship.name());
    }

    private FieldSpec.Builder field(ClassName entity, AttributeModel attribute) {
        TypeName type = ParameterizedTypeName.get(GeneratedNames.ATTRIBUTE, entity, types.argument(attribute));
        return FieldSpec.builder(type, attribute.name(), Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("The attribute {@code $L}.\n", attribute.name());
    }

    private static MethodSpec constructor(ClassName entity, TypeName parameter, String name) {
        return MethodSpec.constructorBuilder()
                .addParameter(parameter, name)
                .addStatement("super($T.class, $N)", entity, name)
                .build();
    }

    private static MethodSpec.Builder factory(String name, ClassName ref, String text, String result) {
        String tags = text.contains("@param") ? "\n" : "\n\n";
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("$L$L@return $L\n", text, tags, result)
                .returns(ref);
    }

    /** The one field that is not an attribute must not clash with one. */
    private static String freeName(List<String> names) {
        String name = "SELF";
        while (names.contains(name)) {
            name += "_";
        }
        return name;
    }

    private static boolean isPublic(TypeElement type) {
        for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
            Element around = e.getEnclosingElement();
            boolean inInterface = around != null && around.getKind().isInterface();
            if (!e.getModifiers().contains(Modifier.PUBLIC) && !inInterface) {
                return false;
            }
        }
        return true;
    }
}
