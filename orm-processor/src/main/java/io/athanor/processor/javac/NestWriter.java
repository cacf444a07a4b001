package io.athanor.processor.javac;

import io.athanor.processor.enhance.Ancestry;
import io.athanor.processor.enhance.ClassEnhancer;
import io.athanor.processor.enhance.ClassOutline;
import io.athanor.processor.enhance.EnhancementException;
import io.athanor.processor.enhance.Nest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/** Enhances the class files of one nest, all or none of them. */
final class NestWriter {
    private final ClassOutput output;
    private final ClassEnhancer enhancer;
    private final Set<String> named;
    private final Messager messager;

    NestWriter(ClassOutput output, Function<String, Ancestry> ancestries, Set<String> named, Messager messager) {
        this.output = output;
        this.enhancer = new ClassEnhancer(ancestries, named);
        this.named = named;
        this.messager = messager;
    }

    /** Return the outline of a nest's host, or {@code null}, with a warning, if javac's file is out of reach. */
    @Nullable ClassOutline host(ExpectedNest nest) {
        byte[] file = output.read(nest.module, nest.host);
        if (file == null) {
            warn(nest, nest.host);
            return null;
        }
        try {
            return ClassOutline.of(file, named);
        } catch (EnhancementException e) {
            messager.printMessage(Kind.ERROR, e.getMessage());
            return null;
        }
    }

    /** Enhance the given members and the host. */
    void enhance(ExpectedNest nest, List<String> members) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<String> all = new ArrayList<>(members);
        all.add(nest.host);
        for (String name : all) {
            byte[] file = output.read(nest.module, name);
            if (file == null) {
                warn(nest, name);
                return;
            }
            files.put(name, file);
        }
        try {
            List<ClassOutline> outlines = files.values().stream()
                    .map(file -> ClassOutline.of(file, named))
                    .toList();
            for (ClassOutline outline : outlines) {
                if (outline.enhanced()) {
                    warn(nest, outline.name()); // left over from an earlier compilation: javac never writes such a file
                    return;
                }
            }
            write(nest, files, Nest.of(outlines));
        } catch (EnhancementException e) {
            messager.printMessage(Kind.ERROR, e.getMessage());
        } catch (IOException e) {
            messager.printMessage(
                    Kind.ERROR,
                    "Class files of [%s] could not be rewritten [%s]; compile again".formatted(readable(nest.host), e));
        }
    }

    private void write(ExpectedNest expected, Map<String, byte[]> files, Nest nest) throws IOException {
        Map<String, byte[]> enhanced = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            byte[] content = enhancer.enhance(file.getValue(), nest);
            if (content != null) {
                enhanced.put(file.getKey(), content);
            }
        }
        for (Map.Entry<String, byte[]> file : enhanced.entrySet()) {
            output.write(expected.module, file.getKey(), file.getValue());
        }
    }

    private void warn(ExpectedNest nest, String name) {
        messager.printMessage(
                Kind.WARNING,
                ("Class file [%s] is not in the compiler's output, or is older than this compilation, as under a tool that"
                                + " keeps class files in memory; mapped classes %s got their metamodel only and are not"
                                + " instrumented. Compile with Maven, Gradle or javac -d, or run with the Java agent"
                                + " io.athanor:orm-agent")
                        .formatted(readable(name), nest.mapped));
    }

    private static String readable(String internalName) {
        return internalName.replace('/', '.');
    }
}
