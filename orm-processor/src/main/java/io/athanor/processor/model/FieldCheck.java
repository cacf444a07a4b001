package io.athanor.processor.model;

import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Rules about one field of a mapped class. */
final class FieldCheck {
    private static final Pattern TABLE_AND_COLUMN = Pattern.compile("[^.\\s]+\\.[^.\\s]+");
    private static final int NO_LENGTH = -1;

    private final SourceTypes types;
    private final Problems problems;
    private final Catalog catalog;
    private final RelationshipCheck relationships;

    FieldCheck(SourceTypes types, Catalog catalog, Problems problems) {
        this.types = types;
        this.problems = problems;
        this.catalog = catalog;
        this.relationships = new RelationshipCheck(catalog, problems);
    }

    /** Check a field of any kind; one that is not persistent must not look as if it were. */
    void check(TypeElement owner, VariableElement field) {
        Set<Modifier> modifiers = field.getModifiers();
        if (modifiers.contains(Modifier.STATIC)) {
            refuseAnnotations(owner, field, "static");
        } else if (modifiers.contains(Modifier.TRANSIENT)) {
            refuseAnnotations(owner, field, "transient");
        } else {
            checkModifiers(owner, field);
            if (RelationshipReader.isRelationship(field)) {
                relationships.check(owner, field);
                checkDoor(owner, field);
            } else {
                checkType(owner, field);
                checkColumn(owner, field);
            }
            checkInherited(owner, field);
        }
    }

    private void refuseAnnotations(TypeElement owner, VariableElement field, String modifier) {
        for (String annotation : OrmAnnotations.OF_FIELDS) {
            AnnotationMirror mirror = OrmAnnotations.find(field, annotation);
            if (mirror != null) {
                problems.error(
                        field,
                        mirror,
                        null,
                        "Field [%s] is %s and therefore not persistent, but annotated with [@%s]; remove the one or the other"
                                .formatted(
                                        name(owner, field),
                                        modifier,
                                        mirror.getAnnotationType().asElement().getSimpleName()));
            }
        }
    }

    private void checkModifiers(TypeElement owner, VariableElement field) {
        if (!field.getModifiers().contains(Modifier.PRIVATE)) {
            problems.error(
                    field,
                    "Persistent field [%s] is not private, so that changes from other classes would go unseen; make it private, or transient if it is not persistent"
                            .formatted(name(owner, field)));
        }
        if (field.getModifiers().contains(Modifier.FINAL)) {
            problems.error(
                    field,
                    "Persistent field [%s] is final, so that it cannot be loaded; remove final, or make it transient if it is not persistent"
                            .formatted(name(owner, field)));
        }
    }

    private void checkType(TypeElement owner, VariableElement field) {
        TypeMirror type = field.asType();
        AnnotationMirror convert = OrmAnnotations.find(field, OrmAnnotations.CONVERT);
        if (convert != null) {
            checkConverter(owner, field, convert);
        } else if (RelationshipReader.target(field) != null) {
            problems.error(
                    field,
                    "Persistent field [%s] refers to a mapped class; annotate it with @Relationship, or make it transient if it is not persistent"
                            .formatted(name(owner, field)));
        } else if (!types.hasSqlType(type)) {
            problems.error(
                    field,
                    "Persistent field [%s] has type [%s], which no SQL type stands for; annotate it with @Convert, or make it transient if it is not persistent"
                            .formatted(name(owner, field), type));
        }
        if (type instanceof DeclaredType declared) {
            TypeElement hidden = SourceTypes.hidden((TypeElement) declared.asElement());
            if (hidden != null) {
                problems.error(
                        field,
                        "Type [%s] of persistent field [%s] is private, so that the metamodel cannot name it; make it package-private"
                                .formatted(hidden, name(owner, field)));
            }
        }
    }

    private void checkConverter(TypeElement owner, VariableElement field, AnnotationMirror convert) {
        TypeElement converter = converter(convert);
        if (converter == null) {
            return; // javac has reported that the class is missing
        }
        TypeMirror converted = types.convertedType(converter.asType());
        if (converted != null && !types.isSame(converted, field.asType())) {
            problems.error(
                    field,
                    convert,
                    OrmAnnotations.member(convert, "value"),
                    "Converter [%s] is for [%s], but persistent field [%s] has type [%s]; name another converter or change the field"
                            .formatted(converter, converted, name(owner, field), field.asType()));
        }
        if (!canCreate(converter, owner)) {
            problems.error(
                    field,
                    convert,
                    OrmAnnotations.member(convert, "value"),
                    "Converter [%s] of persistent field [%s] cannot be created; make it a static class that is not abstract, with a constructor without parameters that package [%s] may call"
                            .formatted(converter, name(owner, field), types.packageName(owner)));
        }
    }

    private void checkDoor(TypeElement owner, VariableElement field) {
        TypeElement named = RelationshipReader.door(field);
        if (named == null) {
            return;
        }
        DeclaredType door = CollectionDoor.of(named);
        boolean isDoor = door != null
                && CollectionDoor.kept(door) != null
                && field.asType() instanceof DeclaredType type
                && type.asElement().equals(CollectionDoor.shown(door));
        AnnotationMirror mirror = OrmAnnotations.find(field, OrmAnnotations.RELATIONSHIP);
        if (!isDoor) {
            problems.error(
                    field,
                    mirror,
                    OrmAnnotations.member(mirror, CollectionDoor.MEMBER),
                    "Relationship [%s] is shown by [%s], which does not itself implement CustomCollection of [%s] and a collection of java.util; let it"
                            .formatted(name(owner, field), named, field.asType()));
        } else if (!canCreate(named, owner)) {
            problems.error(
                    field,
                    mirror,
                    OrmAnnotations.member(mirror, CollectionDoor.MEMBER),
                    "Class [%s] that shows relationship [%s] cannot be created; make it a static class that is not abstract, with a constructor without parameters that package [%s] may call"
                            .formatted(named, name(owner, field), types.packageName(owner)));
        }
    }

    private boolean canCreate(TypeElement converter, TypeElement owner) {
        Set<Modifier> modifiers = converter.getModifiers();
        boolean inner = converter.getNestingKind().isNested() && !modifiers.contains(Modifier.STATIC);
        boolean near = types.samePackage(converter, owner);
        return !inner
                && !modifiers.contains(Modifier.ABSTRACT)
                && SourceTypes.hidden(converter) == null
                && (near || modifiers.contains(Modifier.PUBLIC))
                && ElementFilter.constructorsIn(converter.getEnclosedElements()).stream()
                        .filter(c -> c.getParameters().isEmpty())
                        .anyMatch(c -> c.getModifiers().contains(Modifier.PUBLIC)
                                || near && !c.getModifiers().contains(Modifier.PRIVATE));
    }

    private void checkColumn(TypeElement owner, VariableElement field) {
        AnnotationMirror column = OrmAnnotations.find(field, OrmAnnotations.COLUMN);
        if (column == null) {
            return;
        }
        String references = OrmAnnotations.value(column, "references", "");
        if (!references.isEmpty() && !TABLE_AND_COLUMN.matcher(references).matches()) {
            problems.error(
                    field,
                    column,
                    OrmAnnotations.member(column, "references"),
                    "Field [%s] references [%s], which is not of the form [table.column]; name the table and its column, as in [users.id]"
                            .formatted(name(owner, field), references));
        } else if (!references.isEmpty()) {
            checkReference(owner, field, column, references);
        }
        int length = OrmAnnotations.value(column, "length", NO_LENGTH);
        if (length != NO_LENGTH && (length < 1 || !types.isText(field) || isConverted(field))) {
            problems.error(
                    field,
                    column,
                    OrmAnnotations.member(column, "length"),
                    "Field [%s] has length [%d], but only a string without a converter can have one, of at least 1; correct the length or leave it out"
                            .formatted(name(owner, field), length));
        }
    }

    private void checkReference(TypeElement owner, VariableElement field, AnnotationMirror column, String references) {
        if (ReferenceCheck.find(catalog, references) == ReferenceCheck.Finding.UNKNOWN_COLUMN) {
            problems.error(
                    field,
                    column,
                    OrmAnnotations.member(column, "references"),
                    "Field [%s] references [%s], but the table has no such column; it has %s"
                            .formatted(name(owner, field), references, ReferenceCheck.columns(catalog, references)));
        }
    }

    /** Attributes are told apart by their names, so that a hidden field could not be named any more. */
    private void checkInherited(TypeElement owner, VariableElement field) {
        for (TypeElement t = SourceTypes.mappedSuperclass(owner); t != null; t = SourceTypes.mappedSuperclass(t)) {
            if (SourceTypes.persistentFields(t).stream()
                    .anyMatch(f -> f.getSimpleName().equals(field.getSimpleName()))) {
                problems.error(
                        field,
                        "Persistent field [%s] has the name of the inherited [%s]; rename one of them"
                                .formatted(name(owner, field), name(t, field)));
            }
        }
    }

    private static boolean isConverted(VariableElement field) {
        return OrmAnnotations.find(field, OrmAnnotations.CONVERT) != null;
    }

    static @Nullable TypeElement converter(@Nullable AnnotationMirror convert) {
        Object value = OrmAnnotations.value(convert, "value", "");
        return value instanceof DeclaredType declared ? (TypeElement) declared.asElement() : null;
    }

    private static String name(TypeElement owner, VariableElement field) {
        return owner.getSimpleName() + "." + field.getSimpleName();
    }
}
