package io.athanor.agent;

import io.athanor.processor.enhance.ClassEnhancer;
import io.athanor.processor.enhance.ClassOutline;
import io.athanor.processor.enhance.EnhancementException;
import io.athanor.processor.enhance.Nest;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Enhances each class as it is loaded; what its neighbours and ancestors are is read from their class files. */
final class EnhancingTransformer implements ClassFileTransformer {
    private final Map<ClassLoader, LoaderClasses> loaders = Collections.synchronizedMap(new WeakHashMap<>());
    private final AtomicBoolean unreadable = new AtomicBoolean();
    private final Set<String> named;

    EnhancingTransformer(Set<String> named) {
        this.named = named;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        if (loader == null || name == null || redefined != null || loader == ClassLoader.getPlatformClassLoader()) {
            return null;
        }
        ClassOutline outline;
        try {
            outline = ClassOutline.of(classFile, named);
        } catch (EnhancementException e) {
            reportOnce(name, e);
            return null;
        }
        if (outline.enhanced() || isAlone(outline)) {
            return null;
        }
        try {
            return enhance(loader, outline, classFile);
        } catch (RuntimeException | LinkageError e) {
            report(name, e);
            return null;
        }
    }

    private static boolean isAlone(ClassOutline outline) {
        return !outline.mapped()
                && outline.nestHost().equals(outline.name())
                && outline.nestMembers().isEmpty();
    }

    private byte @Nullable [] enhance(ClassLoader loader, ClassOutline outline, byte[] classFile) {
        LoaderClasses classes = loaders.computeIfAbsent(loader, each -> new LoaderClasses(named));
        Nest nest = classes.nest(loader, outline);
        if (nest.isEmpty()) {
            return null;
        }
        if (outline.annotated() && outline.mapped() && !LoaderClasses.exists(loader, outline.descriptorName())) {
            throw new EnhancementException(
                    "Descriptor [%s] of mapped class [%s] is missing; compile the class with the annotation processor io.athanor:orm-processor"
                            .formatted(
                                    outline.descriptorName().replace('/', '.'),
                                    outline.name().replace('/', '.')));
        }
        return new ClassEnhancer(each -> classes.ancestry(loader, outline), named).enhance(classFile, nest);
    }

    /** A virtual machine newer than the agent has many class files that the agent cannot read; one message is enough. */
    private void reportOnce(String name, Throwable problem) {
        if (unreadable.compareAndSet(false, true)) {
            report(name, problem);
        }
    }

    /** What a transformer throws is swallowed by the virtual machine, and logging may not be configured yet. */
    private static void report(String name, Throwable problem) {
        System.err.printf("Athanor agent: class [%s] is not enhanced: %s%n", name.replace('/', '.'), problem);
    }
}
