package io.athanor.processor;

import io.athanor.processor.generate.SourceGenerator;
import io.athanor.processor.javac.CompileTimeEnhancement;
import io.athanor.processor.model.EntityModel;
import io.athanor.processor.model.EntityReader;
import io.athanor.processor.model.OrmAnnotations;
import io.athanor.processor.model.Problems;
import io.athanor.processor.model.StrayAnnotationCheck;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Generates the metamodel and the descriptor of every class annotated with {@code @Mapped}, and has its class file
 * instrumented when javac has written it. Made by the compiler, for one compilation and its thread.
 *
 * @since 0.1.0
 */
public final class MappingProcessor extends AbstractProcessor {
    /** Option: classes, by binary name and separated by commas, to be enhanced without being annotated. */
    static final String ENHANCE = "athanor.enhance";

    private final Set<String> postponed = new LinkedHashSet<>();
    private final Map<String, TypeElement> owners = new HashMap<>();
    private final Set<String> compiled = new HashSet<>();
    private @Nullable Work work;

    /** Create a processor; the compiler calls {@link #init} next. */
    public MappingProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return named().isEmpty() ? Set.of(OrmAnnotations.PACKAGE + ".*") : Set.of("*");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(ENHANCE);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        Problems problems = new Problems(environment.getMessager());
        Set<String> named = named();
        Set<String> internal = named.stream().map(n -> n.replace('.', '/')).collect(Collectors.toSet());
        work = new Work(
                problems,
                new EntityReader(environment, named, problems),
                new SourceGenerator(environment),
                CompileTimeEnhancement.attach(environment, internal, System.currentTimeMillis()));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (work == null) {
            throw new IllegalStateException("The processor was not initialised; let the compiler create it");
        }
        new StrayAnnotationCheck(work.problems).check(annotations, round);
        new ProjectedRecords(work.generator, work.problems).process(annotations, round);
        Set<TypeElement> candidates = candidates(annotations, round);
        List<TypeElement> named = ElementFilter.typesIn(round.getRootElements()).stream()
                .flatMap(root -> work.reader.named(root).stream())
                .toList();
        candidates.forEach(type -> compiled.add(type.getQualifiedName().toString()));
        named.forEach(type -> compiled.add(type.getQualifiedName().toString()));
        candidates.forEach(work.reader::announce);
        for (TypeElement type : candidates) {
            if (work.reader.isComplete(type)) {
                process(type, work);
            } else {
                postponed.add(type.getQualifiedName().toString());
            }
        }
        for (TypeElement type : named) {
            enhance(type, work);
        }
        // The annotations are this processor's own, unless it asked for all; claimed, they draw no lint of javac's.
        return named().isEmpty();
    }

    private Set<String> named() {
        String option =
                processingEnv == null ? null : processingEnv.getOptions().get(ENHANCE);
        return option == null
                ? Set.of()
                : Stream.of(option.split(","))
                        .map(String::strip)
                        .filter(n -> !n.isEmpty())
                        .collect(Collectors.toSet());
    }

    /** Classes that wait for a type are looked up anew: their elements belong to the round that made them. */
    private Set<TypeElement> candidates(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<TypeElement> candidates = new LinkedHashSet<>();
        for (String name : postponed) {
            TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
            if (type != null) {
                candidates.add(type);
            }
        }
        postponed.clear();
        for (TypeElement annotation : annotations) {
            if (annotation.getQualifiedName().contentEquals(OrmAnnotations.MAPPED)) {
                for (Element element : round.getElementsAnnotatedWith(annotation)) {
                    candidates.add((TypeElement) element);
                }
            }
        }
        return candidates;
    }

    private void process(TypeElement type, Work work) {
        EntityModel entity = work.reader.read(type);
        if (entity == null || !claimName(entity, work)) {
            return;
        }
        try {
            work.generator.generate(entity);
        } catch (IOException e) {
            work.problems.error(
                    type,
                    "Metamodel [%s] of mapped class [%s] cannot be written [%s]; rename or remove what stands in its place"
                            .formatted(entity.metamodelName(), type, e.getMessage()));
            return;
        }
        enhance(type, work);
    }

    private void enhance(TypeElement type, Work work) {
        if (work.enhancement == null) {
            warnUnreachable(type, work);
            return;
        }
        TypeElement above = work.reader.enhancedSuperclass(type);
        if (above != null) {
            warnUnlessInstrumented(above, type, work);
        }
        work.enhancement.expect(type, above, work.reader.isSerializable(type));
    }

    private boolean claimName(EntityModel entity, Work work) {
        String name = entity.packageName() + "." + entity.metamodelName();
        TypeElement first = owners.putIfAbsent(name, entity.type());
        if (first == null) {
            return true;
        }
        work.problems.error(
                entity.type(),
                "Mapped classes [%s] and [%s] would both have the metamodel [%s]; rename one of them"
                        .formatted(first, entity.type(), name));
        return false;
    }

    private void warnUnlessInstrumented(TypeElement above, TypeElement type, Work work) {
        if (!compiled.contains(above.getQualifiedName().toString()) && !work.reader.isInstrumented(above)) {
            work.problems.warning(
                    type,
                    "Superclass [%s] of mapped class [%s] is mapped, but was compiled without being instrumented; compile it with the processor too"
                            .formatted(above, type));
        }
    }

    private void warnUnreachable(TypeElement type, Work work) {
        work.problems.warning(
                type,
                ("The compiler is not javac, or [%s] hides it; mapped class [%s] got its metamodel only and is not"
                                + " instrumented. Compile with javac, or run with the Java agent io.athanor:orm-agent")
                        .formatted(processingEnv.getClass().getName(), type));
    }

    private record Work(
            Problems problems,
            EntityReader reader,
            SourceGenerator generator,
            @Nullable CompileTimeEnhancement enhancement) {}
}
