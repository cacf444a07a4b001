package io.athanor.processor;

import io.athanor.processor.generate.SourceGenerator;
import io.athanor.processor.model.OrmAnnotations;
import io.athanor.processor.model.Problems;
import java.io.IOException;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Writes the factories of the records that rows become. */
final class ProjectedRecords {
    private final SourceGenerator generator;
    private final Problems problems;

    ProjectedRecords(SourceGenerator generator, Problems problems) {
        this.generator = generator;
        this.problems = problems;
    }

    void process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            if (annotation.getQualifiedName().contentEquals(OrmAnnotations.PROJECTED)) {
                for (Element element : round.getElementsAnnotatedWith(annotation)) {
                    process((TypeElement) element);
                }
            }
        }
    }

    private void process(TypeElement type) {
        if (type.getKind() != ElementKind.RECORD || !type.getTypeParameters().isEmpty()) {
            problems.error(
                    type,
                    "[%s] is annotated with [@Projected], but is no record without type parameters; make it one, or use map(…)"
                            .formatted(type));
        } else if (isHidden(type)) {
            problems.error(
                    type,
                    "Record [%s] is annotated with [@Projected], but is private or within something private; make it visible in its package"
                            .formatted(type));
        } else {
            write(type);
        }
    }

    private static boolean isHidden(@Nullable Element type) {
        return type instanceof TypeElement
                && (type.getModifiers().contains(Modifier.PRIVATE) || isHidden(type.getEnclosingElement()));
    }

    private void write(TypeElement type) {
        try {
            generator.generateProjection(type);
        } catch (IOException e) {
            problems.error(
                    type,
                    "The factory of record [%s] cannot be written [%s]; rename or remove what stands in its place"
                            .formatted(type, e.getMessage()));
        }
    }
}
