package io.athanor.processor.model;

import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * A persistent field that refers to other mapped objects.
 *
 * @param name its name
 * @param type its type, that of a collection if there may be several objects
 * @param target the mapped class that it refers to
 * @param isToMany whether there may be several objects
 * @param statements what {@code @Relationship} says, as far as it says something
 * @since 0.1.0
 */
public record RelationshipModel(
        String name, TypeMirror type, TypeElement target, boolean isToMany, List<Statement> statements) {

    /**
     * Something that is said of a relationship: the method of {@code RelationshipSpec} that says it, and its arguments.
     *
     * @param method the method's name
     * @param kind what the arguments are
     * @param values the arguments, none for a method without
     * @since 0.1.0
     */
    public record Statement(String method, Kind kind, List<String> values) {}

    /**
     * What the arguments of a statement are.
     *
     * @since 0.1.0
     */
    public enum Kind {
        /** Strings. */
        TEXTS,
        /** Constants of {@code Cascade}. */
        CASCADES,
        /** A constant of {@code Lazy}. */
        LAZY,
        /** The name of a static method of the class. */
        METHOD,
        /** Literals and other expressions of Java. */
        LITERALS
    }
}
