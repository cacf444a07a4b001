package io.athanor.processor.model;

import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A persistent field.
 *
 * @param name its name
 * @param type its type, as seen from the mapped class that declares or inherits it, free of type variables
 * @param nullness the type-use annotation that lets the field hold null, or {@code null} if there is none
 * @param id whether it is part of the primary key
 * @param column what {@code @Column} says
 * @param converter the class named by {@code @Convert}, or {@code null}
 * @since 0.1.0
 */
public record AttributeModel(
        String name,
        TypeMirror type,
        @Nullable TypeElement nullness,
        boolean id,
        ColumnModel column,
        @Nullable TypeElement converter) {}
