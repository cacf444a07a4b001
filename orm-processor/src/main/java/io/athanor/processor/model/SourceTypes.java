package io.athanor.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Questions about the types of the compilation that several rules ask. */
final class SourceTypes {
    private static final Set<TypeKind> PRIMITIVES =
            Set.of(TypeKind.INT, TypeKind.LONG, TypeKind.SHORT, TypeKind.FLOAT, TypeKind.DOUBLE, TypeKind.BOOLEAN);
    private static final Set<String> CLASSES = Set.of(
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Short",
            "java.lang.Float",
            "java.lang.Double",
            "java.lang.Boolean",
            "java.lang.String",
            "java.math.BigDecimal",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.OffsetTime",
            "java.time.OffsetDateTime",
            "java.time.Instant",
            "java.time.Duration",
            "java.util.UUID",
            "io.athanor.sql.type.Json");

    private static final Set<String> MAPS = Set.of("java.util.Map", "java.util.SortedMap");
    private static final Set<String> UNREAD =
            Set.of("io.athanor.orm.query.DynamicCollection", "io.athanor.orm.query.WriteOnlyCollection");
    private static final Set<String> COLLECTIONS = Set.of(
            "java.util.Collection", "java.util.List", "java.util.Set", "java.util.SortedSet", "java.util.NavigableSet");

    private final Elements elements;
    private final Types types;
    private final Set<String> named;

    SourceTypes(Elements elements, Types types, Set<String> named) {
        this.elements = elements;
        this.types = types;
        this.named = named;
    }

    /** Must agree with what the enhancer reads from the class file. */
    static List<VariableElement> persistentFields(TypeElement type) {
        List<VariableElement> fields = new ArrayList<>();
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            Set<Modifier> modifiers = field.getModifiers();
            if (!modifiers.contains(Modifier.STATIC) && !modifiers.contains(Modifier.TRANSIENT)) {
                fields.add(field);
            }
        }
        return fields;
    }

    /** Only a type-use annotation can be repeated on a type argument; its package does not matter. */
    static @Nullable TypeElement nullness(VariableElement field) {
        for (AnnotationMirror mirror : field.asType().getAnnotationMirrors()) {
            if (mirror.getAnnotationType().asElement() instanceof TypeElement annotation
                    && annotation.getSimpleName().contentEquals("Nullable")) {
                return annotation;
            }
        }
        return null;
    }

    /** Whether it can hold the objects of a relationship. */
    static boolean isCollection(TypeElement type) {
        return isMap(type)
                || isUnread(type)
                || COLLECTIONS.contains(type.getQualifiedName().toString());
    }

    static boolean isMap(TypeElement type) {
        return MAPS.contains(type.getQualifiedName().toString());
    }

    /** Whether the members are never loaded as a whole. */
    static boolean isUnread(TypeElement type) {
        return UNREAD.contains(type.getQualifiedName().toString());
    }

    static @Nullable TypeElement superclass(TypeElement type) {
        return type.getSuperclass() instanceof DeclaredType declared ? (TypeElement) declared.asElement() : null;
    }

    static @Nullable TypeElement mappedSuperclass(TypeElement type) {
        TypeElement above = superclass(type);
        while (above != null && !OrmAnnotations.isMapped(above)) {
            above = superclass(above);
        }
        return above;
    }

    /** Whether it is enhanced, here or before: annotated, named by the user, or rewritten already. */
    boolean isEnhanced(TypeElement type) {
        return OrmAnnotations.isMapped(type) || isNamed(type) || implementsItself(type, OrmAnnotations.INSTRUMENTED);
    }

    boolean isNamed(TypeElement type) {
        return named.contains(elements.getBinaryName(type).toString());
    }

    private static boolean implementsItself(TypeElement type, String name) {
        return type.getInterfaces().stream()
                .anyMatch(i -> i instanceof DeclaredType declared
                        && ((TypeElement) declared.asElement())
                                .getQualifiedName()
                                .contentEquals(name));
    }

    @Nullable TypeElement enhancedSuperclass(TypeElement type) {
        TypeElement above = superclass(type);
        while (above != null && !isEnhanced(above)) {
            above = superclass(above);
        }
        return above;
    }

    static TypeElement outermost(TypeElement type) {
        TypeElement outermost = type;
        while (outermost.getEnclosingElement() instanceof TypeElement enclosing) {
            outermost = enclosing;
        }
        return outermost;
    }

    /** A class, or one around it, that the generated classes of the same package could not name. */
    static @Nullable TypeElement hidden(TypeElement type) {
        for (Element e = type; e instanceof TypeElement candidate; e = e.getEnclosingElement()) {
            if (candidate.getModifiers().contains(Modifier.PRIVATE)) {
                return candidate;
            }
        }
        return null;
    }

    /** Types that another processor may still generate make a class wait for the next round. */
    boolean isComplete(TypeMirror type) {
        return switch (type.getKind()) {
            case ERROR -> false;
            case ARRAY -> isComplete(((ArrayType) type).getComponentType());
            case DECLARED -> ((DeclaredType) type).getTypeArguments().stream().allMatch(this::isComplete);
            default -> true;
        };
    }

    boolean isText(VariableElement field) {
        return types.isSameType(
                field.asType(), elements.getTypeElement("java.lang.String").asType());
    }

    boolean hasSqlType(TypeMirror type) {
        if (type.getKind() == TypeKind.ARRAY) {
            return ((ArrayType) type).getComponentType().getKind() == TypeKind.BYTE;
        }
        if (type instanceof DeclaredType declared) {
            TypeElement element = (TypeElement) declared.asElement();
            return element.getKind() == ElementKind.ENUM
                    || CLASSES.contains(element.getQualifiedName().toString());
        }
        return PRIMITIVES.contains(type.getKind());
    }

    /** The type of a field for code outside the class, to which the class's type variables mean nothing. */
    TypeMirror memberType(TypeElement seenFrom, VariableElement field, @Nullable TypeElement converter) {
        TypeMirror type = types.asMemberOf((DeclaredType) seenFrom.asType(), field);
        if (!hasVariable(type)) {
            return type;
        }
        TypeMirror converted = converter == null ? null : convertedType(converter.asType());
        return converted == null ? types.erasure(type) : converted;
    }

    private static boolean hasVariable(@Nullable TypeMirror type) {
        if (type instanceof ArrayType array) {
            return hasVariable(array.getComponentType());
        }
        if (type instanceof DeclaredType declared) {
            return declared.getTypeArguments().stream().anyMatch(SourceTypes::hasVariable);
        }
        if (type instanceof WildcardType wildcard) {
            return hasVariable(wildcard.getExtendsBound()) || hasVariable(wildcard.getSuperBound());
        }
        return type instanceof TypeVariable;
    }

    /** What a converter declares as its Java type, or {@code null} if it is no converter or a raw one. */
    @Nullable TypeMirror convertedType(TypeMirror converter) {
        for (TypeMirror above : types.directSupertypes(converter)) {
            DeclaredType declared = (DeclaredType) above;
            TypeElement element = (TypeElement) declared.asElement();
            if (element.getQualifiedName().contentEquals("io.athanor.sql.type.ConvertedType")) {
                return declared.getTypeArguments().isEmpty()
                        ? null
                        : declared.getTypeArguments().get(0);
            }
            TypeMirror found = convertedType(above);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Whether a converter of one type may be used for a field of the other; generics are left to the generated code. */
    boolean isSame(TypeMirror converted, TypeMirror field) {
        TypeMirror boxed = field.getKind().isPrimitive()
                ? types.boxedClass(types.getPrimitiveType(field.getKind())).asType()
                : field;
        return types.isSameType(types.erasure(converted), types.erasure(boxed));
    }

    boolean samePackage(Element one, Element other) {
        return elements.getPackageOf(one).equals(elements.getPackageOf(other));
    }

    boolean isAssignable(TypeElement type, String to) {
        TypeElement target = elements.getTypeElement(to);
        return target != null && types.isAssignable(types.erasure(type.asType()), types.erasure(target.asType()));
    }

    String packageName(TypeElement type) {
        return elements.getPackageOf(type).getQualifiedName().toString();
    }
}
