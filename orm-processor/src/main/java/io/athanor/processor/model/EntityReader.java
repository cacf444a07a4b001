package io.athanor.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Turns a class of the compilation into a model, or reports why it cannot be mapped.
 *
 * @since 0.1.0
 */
public final class EntityReader {
    private final SourceTypes types;
    private final Problems problems;
    private final TypeCheck typeCheck;
    private final FieldCheck fieldCheck;
    private final Catalog catalog = new Catalog();

    /**
     * Create a reader.
     *
     * @param environment the compilation
     * @param named binary names of classes that are to be enhanced though they are not annotated
     * @param problems told of every broken rule
     */
    public EntityReader(ProcessingEnvironment environment, Set<String> named, Problems problems) {
        this.types = new SourceTypes(environment.getElementUtils(), environment.getTypeUtils(), named);
        this.problems = problems;
        this.typeCheck = new TypeCheck(types, problems);
        this.fieldCheck = new FieldCheck(types, catalog, problems);
    }

    /**
     * Tell whether the class refers to nothing that does not exist yet; another processor may still generate it.
     *
     * @param type the class
     * @return true if it can be read now
     */
    public boolean isComplete(TypeElement type) {
        for (TypeElement t = type; t != null; t = SourceTypes.superclass(t)) {
            if (t.getSuperclass().getKind() == TypeKind.ERROR) {
                return false;
            }
        }
        return SourceTypes.persistentFields(type).stream().allMatch(f -> types.isComplete(f.asType()));
    }

    /**
     * Take note of a class before any class is read, so that classes can name each other's tables.
     *
     * @param type a class annotated with {@code @Mapped}
     */
    public void announce(TypeElement type) {
        catalog.add(type);
    }

    /**
     * Read a class.
     *
     * @param type a class annotated with {@code @Mapped}
     * @return the model, or {@code null} if an error was reported
     */
    public @Nullable EntityModel read(TypeElement type) {
        int before = problems.errors();
        if (!typeCheck.isClass(type)) {
            return null;
        }
        typeCheck.checkEnhanceable(type);
        typeCheck.checkMapped(type);
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            fieldCheck.check(type, field);
        }
        new AssociationCheck(catalog, problems).check(type);
        if (problems.errors() > before) {
            return null;
        }
        AnnotationMirror mapped = OrmAnnotations.find(type, OrmAnnotations.MAPPED);
        return new EntityModel(
                type,
                types.packageName(type),
                OrmAnnotations.value(mapped, "table", ""),
                members(type, type),
                inherited(type),
                RelationshipReader.associations(type),
                OrmAnnotations.constant(mapped, "eagerDefaults"),
                SourceTypes.mappedSuperclass(type));
    }

    /**
     * Find the classes that the user has named, rather than annotated, among a type and those nested in it.
     *
     * @param type a type of the compilation
     * @return those that can be enhanced; errors are reported for the others
     */
    public List<TypeElement> named(TypeElement type) {
        List<TypeElement> found = new ArrayList<>();
        if (types.isNamed(type) && !OrmAnnotations.isMapped(type)) {
            int before = problems.errors();
            if (typeCheck.isClass(type)) {
                typeCheck.checkEnhanceable(type);
            }
            if (problems.errors() == before) {
                found.add(type);
            }
        }
        for (TypeElement nested : ElementFilter.typesIn(type.getEnclosedElements())) {
            found.addAll(named(nested));
        }
        return found;
    }

    /**
     * Return the nearest class above another that is, or is going to be, enhanced.
     *
     * @param type the class
     * @return the ancestor, or {@code null} if there is none
     */
    public @Nullable TypeElement enhancedSuperclass(TypeElement type) {
        return types.enhancedSuperclass(type);
    }

    /**
     * Tell whether instances can be serialized.
     *
     * @param type the class
     * @return true if it implements {@link java.io.Serializable}, itself or through an ancestor
     */
    public boolean isSerializable(TypeElement type) {
        return types.isAssignable(type, "java.io.Serializable");
    }

    /**
     * Tell whether a class that was compiled before has been instrumented.
     *
     * @param type the class
     * @return true if it has
     */
    public boolean isInstrumented(TypeElement type) {
        return types.isAssignable(type, OrmAnnotations.INSTRUMENTED);
    }

    private MemberModels inherited(TypeElement type) {
        MemberModels all = MemberModels.NONE;
        for (TypeElement t = SourceTypes.mappedSuperclass(type); t != null; t = SourceTypes.mappedSuperclass(t)) {
            all = members(type, t).plus(all);
        }
        return all;
    }

    private MemberModels members(TypeElement seenFrom, TypeElement declaring) {
        List<AttributeModel> attributes = new ArrayList<>();
        List<RelationshipModel> relationships = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (VariableElement field : SourceTypes.persistentFields(declaring)) {
            names.add(field.getSimpleName().toString());
            RelationshipModel relationship = RelationshipReader.read(field);
            if (relationship == null) {
                attributes.add(attribute(seenFrom, field));
            } else {
                relationships.add(relationship);
            }
        }
        return new MemberModels(List.copyOf(names), List.copyOf(attributes), List.copyOf(relationships));
    }

    private AttributeModel attribute(TypeElement seenFrom, VariableElement field) {
        AnnotationMirror column = OrmAnnotations.find(field, OrmAnnotations.COLUMN);
        TypeElement converter = FieldCheck.converter(OrmAnnotations.find(field, OrmAnnotations.CONVERT));
        return new AttributeModel(
                field.getSimpleName().toString(),
                types.memberType(seenFrom, field, converter),
                SourceTypes.nullness(field),
                OrmAnnotations.find(field, OrmAnnotations.ID) != null,
                new ColumnModel(
                        OrmAnnotations.value(column, "name", ""),
                        OrmAnnotations.value(column, "nullable", true),
                        OrmAnnotations.value(column, "unique", false),
                        OrmAnnotations.value(column, "length", -1),
                        OrmAnnotations.value(column, "references", ""),
                        deferral(field)),
                converter);
    }

    private static @Nullable DeferralModel deferral(VariableElement field) {
        AnnotationMirror deferred = OrmAnnotations.find(field, OrmAnnotations.DEFERRED);
        return deferred == null
                ? null
                : new DeferralModel(
                        OrmAnnotations.value(deferred, "group", ""),
                        OrmAnnotations.value(deferred, "raiseLoad", false));
    }
}
