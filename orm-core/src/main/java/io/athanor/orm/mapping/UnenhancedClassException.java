package io.athanor.orm.mapping;

import java.security.CodeSource;

/**
 * A class is annotated with {@link Mapped} but was compiled without the processor, so that neither its mapping nor the
 * hooks on its fields exist. It is refused rather than mapped without them.
 *
 * @since 0.1.0
 */
public class UnenhancedClassException extends MappingException {
    private static final long serialVersionUID = 1L;

    /**
     * Create an exception.
     *
     * @param type the class that was not enhanced
     */
    public UnenhancedClassException(Class<?> type) {
        super(("Class [%s] is annotated with @Mapped but was not enhanced when it was compiled; it comes from [%s]. Add"
                        + " io.athanor:orm-processor to the annotationProcessorPaths of the compiler (JDK 23 and later run"
                        + " no processor that is merely on the class path), or start the JVM with -javaagent:orm-agent.jar")
                .formatted(type.getName(), sourceOf(type)));
    }

    private static String sourceOf(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null
                ? "unknown"
                : source.getLocation().toString();
    }
}
