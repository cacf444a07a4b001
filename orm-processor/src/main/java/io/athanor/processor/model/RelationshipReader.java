package io.athanor.processor.model;

import io.athanor.processor.model.RelationshipModel.Kind;
import io.athanor.processor.model.RelationshipModel.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/** Reads {@code @Relationship} and {@code @Association} from the source. */
final class RelationshipReader {
    private RelationshipReader() {}

    static boolean isRelationship(VariableElement field) {
        return OrmAnnotations.find(field, OrmAnnotations.RELATIONSHIP) != null;
    }

    /** The mapped class that a field refers to, or null if it refers to none. */
    static @Nullable TypeElement target(VariableElement field) {
        if (!(field.asType() instanceof DeclaredType declared)) {
            return null;
        }
        TypeElement type = (TypeElement) declared.asElement();
        DeclaredType door = CollectionDoor.of(door(field));
        if (door != null) {
            return CollectionDoor.target(door);
        }
        if (!SourceTypes.isCollection(type)) {
            return OrmAnnotations.isMapped(type) ? type : null;
        }
        if (declared.getTypeArguments().isEmpty()) {
            return null;
        }
        int last = declared.getTypeArguments().size() - 1;
        return declared.getTypeArguments().get(last) instanceof DeclaredType member
                        && OrmAnnotations.isMapped((TypeElement) member.asElement())
                ? (TypeElement) member.asElement()
                : null;
    }

    static @Nullable RelationshipModel read(VariableElement field) {
        AnnotationMirror mirror = OrmAnnotations.find(field, OrmAnnotations.RELATIONSHIP);
        TypeElement target = target(field);
        if (mirror == null || target == null) {
            return null;
        }
        TypeElement type = (TypeElement) ((DeclaredType) field.asType()).asElement();
        TypeElement door = door(field);
        List<Statement> statements = new ArrayList<>();
        if (door != null) {
            statements.add(CollectionDoor.statement(door));
        } else if (SourceTypes.isUnread(type)) {
            statements.add(new Statement(
                    "collection",
                    Kind.LITERALS,
                    List.of("java.util.List.class", type.getQualifiedName() + ".shown()")));
        }
        statements.addAll(statements(mirror));
        boolean isToMany = door != null || SourceTypes.isCollection(type);
        return new RelationshipModel(
                field.getSimpleName().toString(), field.asType(), target, isToMany, List.copyOf(statements));
    }

    /** The class that shows the members as the application's own collection, or null. */
    static @Nullable TypeElement door(VariableElement field) {
        AnnotationMirror mirror = OrmAnnotations.find(field, OrmAnnotations.RELATIONSHIP);
        Object value = OrmAnnotations.<Object>value(mirror, CollectionDoor.MEMBER, "");
        return value instanceof DeclaredType declared ? (TypeElement) declared.asElement() : null;
    }

    private static List<Statement> statements(AnnotationMirror mirror) {
        List<Statement> statements = new ArrayList<>();
        text(mirror, "backPopulates", statements);
        if (OrmAnnotations.member(mirror, "cascade") != null) {
            List<String> cascades = constants(mirror, "cascade");
            if (!cascades.isEmpty()) {
                statements.add(new Statement("cascade", Kind.CASCADES, cascades));
            }
        }
        List<String> order = orderBy(mirror);
        if (!order.isEmpty()) {
            statements.add(new Statement("orderBy", Kind.TEXTS, order));
        }
        text(mirror, "secondary", statements);
        if (OrmAnnotations.member(mirror, "lazy") != null) {
            statements.add(new Statement("lazy", Kind.LAZY, constants(mirror, "lazy")));
        }
        method(mirror, "joinOn", "primaryJoin", statements);
        method(mirror, "secondaryJoinOn", "secondaryJoin", statements);
        texts(mirror, "foreignKey", statements);
        texts(mirror, "remoteSide", statements);
        text(mirror, "keyedBy", statements);
        int depth = OrmAnnotations.value(mirror, "joinDepth", 0);
        if (depth != 0) {
            statements.add(new Statement("joinDepth", Kind.LITERALS, List.of(String.valueOf(depth))));
        }
        flag(mirror, "viewOnly", statements);
        flag(mirror, "passiveDeletes", statements);
        flag(mirror, "passiveDeletesAll", statements);
        if (!OrmAnnotations.value(mirror, "passiveUpdates", true)) {
            statements.add(new Statement("passiveUpdates", Kind.LITERALS, List.of("false")));
        }
        flag(mirror, "postUpdate", statements);
        return List.copyOf(statements);
    }

    private static void text(AnnotationMirror mirror, String member, List<Statement> statements) {
        String value = OrmAnnotations.value(mirror, member, "");
        if (!value.isEmpty()) {
            statements.add(new Statement(member, Kind.TEXTS, List.of(value)));
        }
    }

    private static void texts(AnnotationMirror mirror, String member, List<Statement> statements) {
        List<String> values = strings(mirror, member);
        if (!values.isEmpty()) {
            statements.add(new Statement(member, Kind.TEXTS, values));
        }
    }

    private static void method(AnnotationMirror mirror, String member, String method, List<Statement> statements) {
        String value = OrmAnnotations.value(mirror, member, "");
        if (!value.isEmpty()) {
            statements.add(new Statement(method, Kind.METHOD, List.of(value)));
        }
    }

    private static void flag(AnnotationMirror mirror, String member, List<Statement> statements) {
        if (OrmAnnotations.value(mirror, member, false)) {
            statements.add(new Statement(member, Kind.LITERALS, List.of()));
        }
    }

    static List<String> strings(AnnotationMirror mirror, String member) {
        return elements(mirror, member).stream().map(String::valueOf).toList();
    }

    private static List<String> constants(AnnotationMirror mirror, String member) {
        return elements(mirror, member).stream()
                .map(value -> ((VariableElement) value).getSimpleName().toString())
                .toList();
    }

    private static List<Object> elements(AnnotationMirror mirror, String member) {
        AnnotationValue value = OrmAnnotations.member(mirror, member);
        List<Object> all = new ArrayList<>();
        if (value != null && value.getValue() instanceof List<?> list) {
            list.forEach(each -> all.add(((AnnotationValue) each).getValue()));
        } else if (value != null) {
            all.add(value.getValue());
        }
        return all;
    }

    /** The names and directions that an orderBy lists. */
    static List<String> orderBy(AnnotationMirror mirror) {
        String text = OrmAnnotations.value(mirror, "orderBy", "").strip();
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(each -> each.strip().replaceAll("\\s+", " "))
                        .toList();
    }

    static List<AssociationModel> associations(TypeElement type) {
        List<AssociationModel> found = new ArrayList<>();
        for (AnnotationMirror mirror : associationMirrors(type)) {
            List<String> references = strings(mirror, "references");
            List<String> columns = strings(mirror, "columns");
            found.add(new AssociationModel(
                    OrmAnnotations.value(mirror, "table", ""),
                    columns.isEmpty()
                            ? references.stream()
                                    .map(each -> each.replace('.', '_'))
                                    .toList()
                            : columns,
                    references));
        }
        return found;
    }

    static List<AnnotationMirror> associationMirrors(TypeElement type) {
        List<AnnotationMirror> mirrors = new ArrayList<>();
        AnnotationMirror single = OrmAnnotations.find(type, OrmAnnotations.ASSOCIATION);
        if (single != null) {
            mirrors.add(single);
        }
        AnnotationMirror container = OrmAnnotations.find(type, OrmAnnotations.ASSOCIATIONS);
        if (container != null) {
            elements(container, "value").forEach(each -> mirrors.add((AnnotationMirror) each));
        }
        return mirrors;
    }
}
