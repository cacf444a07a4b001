package io.athanor.processor.javac;

import io.athanor.processor.enhance.Ancestry;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Has the class files of mapped classes enhanced as soon as javac has written them. Belongs to one compilation and its
 * thread.
 *
 * @since 0.1.0
 */
public final class CompileTimeEnhancement {
    private final Elements elements;
    private final Map<String, ExpectedNest> nests = new HashMap<>();
    private final Map<String, Ancestry> ancestries = new HashMap<>();

    private CompileTimeEnhancement(Elements elements) {
        this.elements = elements;
    }

    /**
     * Attach to the compiler.
     *
     * @param environment what the processor was given
     * @param named internal names of classes that are to be enhanced though they are not annotated
     * @param start when the compilation began, in milliseconds since the epoch
     * @return the enhancement, or {@code null} if the compiler is not javac or cannot be reached
     */
    public static @Nullable CompileTimeEnhancement attach(
            ProcessingEnvironment environment, Set<String> named, long start) {
        ProcessingEnvironment javac = CompilerAccess.unwrap(environment);
        if (javac == null) {
            return null;
        }
        Elements elements = javac.getElementUtils();
        CompileTimeEnhancement enhancement = new CompileTimeEnhancement(elements);
        NestWriter writer = new NestWriter(
                new ClassOutput(javac.getFiler(), start), enhancement.ancestries::get, named, javac.getMessager());
        GenerationListener.attach(javac, writer, enhancement.nests);
        return enhancement;
    }

    /**
     * Announce a class to be enhanced whose class file is going to be written.
     *
     * @param type the class
     * @param enhancedSuperclass the nearest class above it that is enhanced, or {@code null}
     * @param serializable whether it is serializable
     */
    public void expect(TypeElement type, @Nullable TypeElement enhancedSuperclass, boolean serializable) {
        TypeElement host = type;
        for (Element e = type; e instanceof TypeElement enclosing; e = e.getEnclosingElement()) {
            host = enclosing;
        }
        String module = elements.getModuleOf(host).getQualifiedName().toString();
        nests.computeIfAbsent(internalName(host), name -> new ExpectedNest(name, module))
                .mapped
                .add(type.getQualifiedName().toString());
        ancestries.put(
                internalName(type),
                new Ancestry(enhancedSuperclass == null ? null : internalName(enhancedSuperclass), serializable));
    }

    private String internalName(TypeElement type) {
        return elements.getBinaryName(type).toString().replace('.', '/');
    }
}
