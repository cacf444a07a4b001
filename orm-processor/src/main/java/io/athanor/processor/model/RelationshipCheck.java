package io.athanor.processor.model;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Rules about a field that refers to other mapped objects, above all that every name in a string is one. */
final class RelationshipCheck {
    private static final String BACK_POPULATES = "backPopulates";
    private final Catalog catalog;
    private final Problems problems;

    RelationshipCheck(Catalog catalog, Problems problems) {
        this.catalog = catalog;
        this.problems = problems;
    }

    private record Site(TypeElement owner, VariableElement field, AnnotationMirror mirror) {
        String name() {
            return owner.getSimpleName() + "." + field.getSimpleName();
        }
    }

    void check(TypeElement owner, VariableElement field) {
        AnnotationMirror mirror = OrmAnnotations.find(field, OrmAnnotations.RELATIONSHIP);
        if (mirror == null) {
            return;
        }
        Site site = new Site(owner, field, mirror);
        for (String other :
                List.of(OrmAnnotations.ID, OrmAnnotations.COLUMN, OrmAnnotations.CONVERT, OrmAnnotations.DEFERRED)) {
            if (OrmAnnotations.find(field, other) != null) {
                error(
                        site,
                        null,
                        "Field [%s] is a relationship and has no column, but is annotated with [@%s] too; annotate the field of the key instead"
                                .formatted(site.name(), other.substring(other.lastIndexOf('.') + 1)));
            }
        }
        TypeElement target = RelationshipReader.target(field);
        if (target == null) {
            error(
                    site,
                    null,
                    "Field [%s] is a relationship, but its type [%s] is neither a mapped class nor a Collection, List, Set, SortedSet, Map, DynamicCollection or WriteOnlyCollection of one; correct the type, or annotate the other class with @Mapped"
                            .formatted(site.name(), field.asType()));
            return;
        }
        checkBackPopulates(site, target);
        checkOrder(site, target);
        checkKey(site, target);
        checkRemoteSide(site, target);
        checkSecondary(site, target);
        checkForeignKey(site);
        checkMethod(site, "joinOn");
        checkMethod(site, "secondaryJoinOn");
    }

    private void error(Site site, @Nullable String member, String message) {
        problems.error(
                site.field, site.mirror, member == null ? null : OrmAnnotations.member(site.mirror, member), message);
    }

    private void checkBackPopulates(Site site, TypeElement target) {
        String name = OrmAnnotations.value(site.mirror, BACK_POPULATES, "");
        if (name.isEmpty()) {
            return;
        }
        VariableElement other = field(target, name);
        AnnotationMirror reverse = other == null ? null : OrmAnnotations.find(other, OrmAnnotations.RELATIONSHIP);
        if (other == null || reverse == null) {
            error(
                    site,
                    BACK_POPULATES,
                    "Relationship [%s] back-populates [%s.%s], which is no relationship; class [%s] has %s"
                            .formatted(
                                    site.name(),
                                    target.getSimpleName(),
                                    name,
                                    target.getSimpleName(),
                                    relationships(target)));
            return;
        }
        checkOtherSide(site, target, other, reverse);
    }

    private void checkOtherSide(Site site, TypeElement target, VariableElement other, AnnotationMirror reverse) {
        String name = other.getSimpleName().toString();
        TypeElement back = RelationshipReader.target(other);
        if (back != null && !isKin(back, site.owner)) {
            error(
                    site,
                    BACK_POPULATES,
                    "Relationship [%s] back-populates [%s.%s], which refers to [%s]; name a relationship to [%s]"
                            .formatted(
                                    site.name(),
                                    target.getSimpleName(),
                                    name,
                                    back.getSimpleName(),
                                    site.owner.getSimpleName()));
            return;
        }
        String returned = OrmAnnotations.value(reverse, BACK_POPULATES, "");
        if (!returned.contentEquals(site.field.getSimpleName())) {
            error(
                    site,
                    BACK_POPULATES,
                    "Relationship [%s] back-populates [%s.%s], which back-populates [%s]; let each name the other"
                            .formatted(
                                    site.name(),
                                    target.getSimpleName(),
                                    name,
                                    returned.isEmpty() ? "nothing" : returned));
        }
    }

    private static boolean isKin(TypeElement one, TypeElement other) {
        return isAbove(one, other) || isAbove(other, one);
    }

    private static boolean isAbove(TypeElement above, TypeElement type) {
        for (TypeElement each = type; each != null; each = SourceTypes.superclass(each)) {
            if (each.equals(above)) {
                return true;
            }
        }
        return false;
    }

    private void checkOrder(Site site, TypeElement target) {
        for (String order : RelationshipReader.orderBy(site.mirror)) {
            String[] words = order.split(" ");
            boolean isForm = words.length == 1 || words.length == 2 && words[1].matches("asc|desc");
            if (!isForm || !columns(target).contains(words[0])) {
                error(
                        site,
                        "orderBy",
                        "Relationship [%s] is sorted by [%s], which is no column field of [%s], perhaps with asc or desc; it has %s"
                                .formatted(site.name(), order, target.getSimpleName(), columns(target)));
            }
        }
    }

    private void checkKey(Site site, TypeElement target) {
        String key = OrmAnnotations.value(site.mirror, "keyedBy", "");
        boolean isMap = site.field.asType() instanceof DeclaredType declared
                && SourceTypes.isMap((TypeElement) declared.asElement());
        if (isMap && key.isEmpty()) {
            error(
                    site,
                    null,
                    "Relationship [%s] is a map without a key; name a field of [%s] by keyedBy"
                            .formatted(site.name(), target.getSimpleName()));
        } else if (!isMap && !key.isEmpty()) {
            error(
                    site,
                    "keyedBy",
                    "Relationship [%s] is keyed by [%s], but is no map; leave keyedBy out".formatted(site.name(), key));
        } else if (isMap && !columns(target).contains(key)) {
            error(
                    site,
                    "keyedBy",
                    "Relationship [%s] is keyed by [%s], which is no column field of [%s]; it has %s"
                            .formatted(site.name(), key, target.getSimpleName(), columns(target)));
        }
    }

    private void checkRemoteSide(Site site, TypeElement target) {
        for (String name : RelationshipReader.strings(site.mirror, "remoteSide")) {
            if (!columns(target).contains(name)) {
                error(
                        site,
                        "remoteSide",
                        "Relationship [%s] names the remote side [%s], which is no column field of [%s]; it has %s"
                                .formatted(site.name(), name, target.getSimpleName(), columns(target)));
            }
        }
    }

    private void checkSecondary(Site site, TypeElement target) {
        String table = OrmAnnotations.value(site.mirror, "secondary", "");
        boolean isKnown =
                table.isEmpty() || catalog.hasTable(table) || declares(site.owner, table) || declares(target, table);
        if (!isKnown) {
            error(
                    site,
                    "secondary",
                    "Relationship [%s] goes through table [%s], which no mapped class declares; declare it by @Association, or correct the name"
                            .formatted(site.name(), table));
        }
    }

    private static boolean declares(TypeElement type, String table) {
        return Catalog.tableOf(type).equals(table)
                || RelationshipReader.associations(type).stream()
                        .anyMatch(each -> each.table().equals(table));
    }

    private void checkForeignKey(Site site) {
        for (String name : RelationshipReader.strings(site.mirror, "foreignKey")) {
            ReferenceCheck.Finding finding = ReferenceCheck.find(catalog, name);
            if (finding != ReferenceCheck.Finding.FOUND && finding != ReferenceCheck.Finding.UNKNOWN_TABLE) {
                error(
                        site,
                        "foreignKey",
                        "Relationship [%s] names the foreign key [%s], which is no column; name it as table.column"
                                .formatted(site.name(), name));
            }
        }
    }

    private void checkMethod(Site site, String member) {
        String name = OrmAnnotations.value(site.mirror, member, "");
        if (name.isEmpty()) {
            return;
        }
        for (ExecutableElement method : ElementFilter.methodsIn(site.owner.getEnclosedElements())) {
            if (method.getSimpleName().contentEquals(name)
                    && method.getParameters().isEmpty()
                    && method.getModifiers().contains(Modifier.STATIC)
                    && !method.getModifiers().contains(Modifier.PRIVATE)) {
                return;
            }
        }
        error(
                site,
                member,
                "Relationship [%s] joins on [%s], which is no static method of [%s] without parameters that the package may call; add one that returns a Condition"
                        .formatted(site.name(), name, site.owner.getSimpleName()));
    }

    private static @Nullable VariableElement field(TypeElement type, String name) {
        for (TypeElement each = type; each != null; each = SourceTypes.mappedSuperclass(each)) {
            for (VariableElement field : SourceTypes.persistentFields(each)) {
                if (field.getSimpleName().contentEquals(name)) {
                    return field;
                }
            }
        }
        return null;
    }

    private static List<String> relationships(TypeElement type) {
        return names(type, true);
    }

    private static List<String> columns(TypeElement type) {
        return names(type, false);
    }

    private static List<String> names(TypeElement type, boolean isRelationship) {
        List<String> names = new ArrayList<>();
        for (TypeElement each = type; each != null; each = SourceTypes.mappedSuperclass(each)) {
            for (VariableElement field : SourceTypes.persistentFields(each)) {
                if (RelationshipReader.isRelationship(field) == isRelationship) {
                    names.add(field.getSimpleName().toString());
                }
            }
        }
        return names;
    }
}
