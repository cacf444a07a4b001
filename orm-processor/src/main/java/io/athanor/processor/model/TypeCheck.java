package io.athanor.processor.model;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Rules about a mapped class as a whole. */
final class TypeCheck {
    private static final String RESERVED = "$orm$";
    private final SourceTypes types;
    private final Problems problems;

    TypeCheck(SourceTypes types, Problems problems) {
        this.types = types;
        this.problems = problems;
    }

    /** Return whether it is a class at all, so that looking into it makes sense. */
    boolean isClass(TypeElement type) {
        if (type.getKind() == ElementKind.CLASS) {
            return true;
        }
        String kind = switch (type.getKind()) {
            case RECORD -> "a record";
            case ENUM -> "an enum";
            case ANNOTATION_TYPE -> "an annotation";
            default -> "an interface";
        };
        problems.error(
                type,
                OrmAnnotations.find(type, OrmAnnotations.MAPPED),
                null,
                "Type [%s] is %s and cannot be mapped, because the session must be able to create it and to change its fields; make it a class"
                        .formatted(type, kind));
        return false;
    }

    /** Check what enhancing asks of any class. */
    void checkEnhanceable(TypeElement type) {
        checkNesting(type);
        checkReservedNames(type);
        checkSuperclass(type);
    }

    /** Check what annotations and generated classes ask besides. */
    void checkMapped(TypeElement type) {
        checkHidden(type);
        checkId(type);
    }

    private void checkNesting(TypeElement type) {
        if (type.getNestingKind().isNested() && !type.getModifiers().contains(Modifier.STATIC)) {
            problems.error(
                    type,
                    "Mapped class [%s] is an inner class, which cannot be created without an instance of [%s]; make it static"
                            .formatted(type, type.getEnclosingElement()));
        }
    }

    private void checkHidden(TypeElement type) {
        TypeElement hidden = SourceTypes.hidden(type);
        if (hidden != null) {
            problems.error(
                    type,
                    "Class [%s] is private, so that the metamodel of [%s] cannot name it; make it package-private"
                            .formatted(hidden, type));
        }
    }

    private void checkReservedNames(TypeElement type) {
        for (Element member : type.getEnclosedElements()) {
            if (member.getSimpleName().toString().startsWith(RESERVED)) {
                problems.error(
                        member,
                        "Member [%s.%s] begins with [%s], which generated members use; rename it"
                                .formatted(type.getSimpleName(), member.getSimpleName(), RESERVED));
            }
        }
    }

    private void checkSuperclass(TypeElement type) {
        TypeElement above = SourceTypes.superclass(type);
        if (above == null || types.isEnhanced(above)) {
            return;
        }
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(above.getEnclosedElements());
        if (constructors.stream().noneMatch(c -> c.getParameters().isEmpty() && isAccessible(c, type))) {
            problems.error(
                    type,
                    "Superclass [%s] of mapped class [%s] has no accessible constructor without parameters; add one, at least protected, or map [%s] too"
                            .formatted(above, type, above));
        }
    }

    private boolean isAccessible(ExecutableElement constructor, TypeElement from) {
        if (constructor.getModifiers().contains(Modifier.PRIVATE)) {
            return constructor.getEnclosingElement() instanceof TypeElement owner
                    && SourceTypes.outermost(owner).equals(SourceTypes.outermost(from));
        }
        return constructor.getModifiers().contains(Modifier.PUBLIC)
                || constructor.getModifiers().contains(Modifier.PROTECTED)
                || types.samePackage(constructor, from);
    }

    private void checkId(TypeElement type) {
        for (TypeElement t = type; t != null; t = SourceTypes.mappedSuperclass(t)) {
            if (SourceTypes.persistentFields(t).stream()
                    .anyMatch(f -> OrmAnnotations.find(f, OrmAnnotations.ID) != null)) {
                return;
            }
        }
        problems.error(
                type,
                OrmAnnotations.find(type, OrmAnnotations.MAPPED),
                null,
                "Mapped class [%s] has no id; annotate the field or fields of its primary key with @Id"
                        .formatted(type));
    }
}
