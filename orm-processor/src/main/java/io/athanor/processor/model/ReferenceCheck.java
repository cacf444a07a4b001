package io.athanor.processor.model;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Whether a {@code table.column} is one, as far as the mapped classes of the compilation tell. */
final class ReferenceCheck {
    private ReferenceCheck() {}

    enum Finding {
        FOUND,
        /** No mapped class has the table; it may be defined at run time. */
        UNKNOWN_TABLE,
        UNKNOWN_COLUMN
    }

    static Finding find(Catalog catalog, String reference) {
        int dot = reference.lastIndexOf('.');
        TypeElement type = dot < 0 ? null : catalog.find(reference.substring(0, dot));
        if (dot < 0) {
            return Finding.UNKNOWN_COLUMN;
        } else if (type == null) {
            return Finding.UNKNOWN_TABLE;
        }
        return columns(type).contains(reference.substring(dot + 1)) ? Finding.FOUND : Finding.UNKNOWN_COLUMN;
    }

    /** The columns of the table, if a mapped class of the compilation has it. */
    static @Nullable List<String> columns(Catalog catalog, String reference) {
        TypeElement type = catalog.find(reference.substring(0, reference.lastIndexOf('.')));
        return type == null ? null : columns(type);
    }

    private static List<String> columns(TypeElement type) {
        List<String> names = new ArrayList<>();
        for (TypeElement each = type; each != null; each = SourceTypes.mappedSuperclass(each)) {
            for (VariableElement field : SourceTypes.persistentFields(each)) {
                if (!RelationshipReader.isRelationship(field)) {
                    AnnotationMirror column = OrmAnnotations.find(field, OrmAnnotations.COLUMN);
                    String stated = OrmAnnotations.value(column, "name", "");
                    names.add(stated.isEmpty() ? field.getSimpleName().toString() : stated);
                }
            }
        }
        return names;
    }
}
