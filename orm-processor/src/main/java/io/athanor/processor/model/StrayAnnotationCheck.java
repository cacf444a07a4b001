package io.athanor.processor.model;

import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Reports mapping annotations in classes that are not mapped: the fields would silently not be stored.
 *
 * @since 0.1.0
 */
public final class StrayAnnotationCheck {
    private final Problems problems;

    /**
     * Create a check.
     *
     * @param problems told of every stray annotation
     */
    public StrayAnnotationCheck(Problems problems) {
        this.problems = problems;
    }

    /**
     * Check the sources of a round.
     *
     * @param annotations the annotations present
     * @param round the round
     */
    public void check(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            String name = annotation.getQualifiedName().toString();
            if (OrmAnnotations.OF_FIELDS.contains(name)) {
                for (Element member : round.getElementsAnnotatedWith(annotation)) {
                    check(member, name);
                }
            }
        }
    }

    private void check(Element member, String annotation) {
        AnnotationMirror mirror = OrmAnnotations.find(member, annotation);
        if (mirror != null
                && member.getEnclosingElement() instanceof TypeElement owner
                && !OrmAnnotations.isMapped(owner)) {
            problems.error(
                    member,
                    mirror,
                    null,
                    "Field [%s.%s] is annotated with [@%s], but its class [%s] is not mapped; annotate the class with @Mapped"
                            .formatted(
                                    owner.getSimpleName(),
                                    member.getSimpleName(),
                                    mirror.getAnnotationType().asElement().getSimpleName(),
                                    owner));
        }
    }
}
