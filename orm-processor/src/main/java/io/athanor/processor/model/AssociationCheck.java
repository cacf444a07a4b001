package io.athanor.processor.model;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/** Rules about the secondary tables that a class declares. */
final class AssociationCheck {
    private final Catalog catalog;
    private final Problems problems;

    AssociationCheck(Catalog catalog, Problems problems) {
        this.catalog = catalog;
        this.problems = problems;
    }

    void check(TypeElement type) {
        for (AnnotationMirror mirror : RelationshipReader.associationMirrors(type)) {
            String table = OrmAnnotations.value(mirror, "table", "");
            List<String> references = RelationshipReader.strings(mirror, "references");
            List<String> columns = RelationshipReader.strings(mirror, "columns");
            if (references.size() < 2 || !columns.isEmpty() && columns.size() != references.size()) {
                problems.error(
                        type,
                        mirror,
                        null,
                        "Association [%s] of [%s] has [%d] references and [%d] columns; state at least two references, and as many columns or none"
                                .formatted(table, type.getSimpleName(), references.size(), columns.size()));
            }
            for (String reference : references) {
                checkReference(type, mirror, table, reference);
            }
        }
    }

    private void checkReference(TypeElement type, AnnotationMirror mirror, String table, String reference) {
        if (ReferenceCheck.find(catalog, reference) == ReferenceCheck.Finding.UNKNOWN_COLUMN) {
            problems.error(
                    type,
                    mirror,
                    OrmAnnotations.member(mirror, "references"),
                    "Association [%s] of [%s] references [%s], which is no column; name it as table.column"
                            .formatted(table, type.getSimpleName(), reference));
        }
    }
}
