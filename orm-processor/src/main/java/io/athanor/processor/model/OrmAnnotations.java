package io.athanor.processor.model;

import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * The mapping annotations, by name: the processor must not depend on the module that declares them.
 *
 * @since 0.1.0
 */
public final class OrmAnnotations {
    /** The package of the mapping annotations. */
    public static final String PACKAGE = "io.athanor.orm.mapping";

    /** Marks a mapped class. */
    public static final String MAPPED = PACKAGE + ".Mapped";

    /** The annotation of records that rows become. */
    public static final String PROJECTED = PACKAGE + ".Projected";

    /** What the enhancer makes a class implement. */
    static final String INSTRUMENTED = "io.athanor.orm.instrument.Instrumented";

    static final String ID = PACKAGE + ".Id";
    static final String COLUMN = PACKAGE + ".Column";
    static final String CONVERT = PACKAGE + ".Convert";
    static final String RELATIONSHIP = PACKAGE + ".Relationship";
    static final String DEFERRED = PACKAGE + ".Deferred";
    static final String ASSOCIATION = PACKAGE + ".Association";
    static final String ASSOCIATIONS = ASSOCIATION + ".Tables";
    static final List<String> OF_FIELDS = List.of(ID, COLUMN, CONVERT, RELATIONSHIP, DEFERRED);

    private OrmAnnotations() {}

    /**
     * Tell whether a class carries {@code @Mapped}.
     *
     * @param type the class
     * @return true if it does
     */
    public static boolean isMapped(TypeElement type) {
        return find(type, MAPPED) != null;
    }

    static @Nullable AnnotationMirror find(Element element, String annotation) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
            if (type.getQualifiedName().contentEquals(annotation)) {
                return mirror;
            }
        }
        return null;
    }

    static @Nullable AnnotationValue member(@Nullable AnnotationMirror mirror, String member) {
        if (mirror == null) {
            return null;
        }
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(member)) {
                return entry.getValue();
            }
        }
        return null;
    }

    /** Return what is written in the source; the default of a member is known to whoever asks. */
    static @Nullable String constant(@Nullable AnnotationMirror mirror, String member) {
        AnnotationValue stated = mirror == null ? null : member(mirror, member);
        return stated == null
                ? null
                : ((Element) stated.getValue()).getSimpleName().toString();
    }

    static <T> T value(@Nullable AnnotationMirror mirror, String member, T absent) {
        AnnotationValue value = member(mirror, member);
        if (value == null) {
            return absent;
        }
        @SuppressWarnings("unchecked") // the annotation's declaration says so, and javac has checked it
        T typed = (T) value.getValue();
        return typed;
    }
}
