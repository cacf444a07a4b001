package io.athanor.processor.javac;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Finds javac's own processing environment inside the one that a build tool or an IDE hands to processors. Maven passes
 * javac's; Gradle delegates to it, IntelliJ puts a proxy around it and offers a way back.
 */
final class CompilerAccess {
    private static final String JAVAC = "com.sun.tools.javac.processing.JavacProcessingEnvironment";
    private static final String INTELLIJ = "org.jetbrains.jps.javac.APIWrappers";

    private CompilerAccess() {}

    /** Return javac's environment, or {@code null} if the compiler is another one or well hidden. */
    static @Nullable ProcessingEnvironment unwrap(ProcessingEnvironment environment) {
        return search(environment, new HashSet<>());
    }

    private static @Nullable ProcessingEnvironment search(Object candidate, Set<Integer> seen) {
        if (candidate.getClass().getName().equals(JAVAC)) {
            return (ProcessingEnvironment) candidate;
        }
        if (!seen.add(System.identityHashCode(candidate))) {
            return null;
        }
        ProcessingEnvironment offered = askIntelliJ(candidate);
        if (offered != null && offered != candidate) {
            return search(offered, seen);
        }
        Object holder = Proxy.isProxyClass(candidate.getClass()) ? Proxy.getInvocationHandler(candidate) : candidate;
        return searchFields(holder, seen);
    }

    private static @Nullable ProcessingEnvironment searchFields(Object holder, Set<Integer> seen) {
        for (Class<?> type = holder.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                Object value = read(field, holder);
                if (value instanceof ProcessingEnvironment delegate) {
                    ProcessingEnvironment found = search(delegate, seen);
                    if (found != null) {
                        return found;
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable Object read(Field field, Object holder) {
        try {
            return field.trySetAccessible() ? field.get(holder) : null;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Field [%s] was made accessible but cannot be read".formatted(field), e);
        }
    }

    private static @Nullable ProcessingEnvironment askIntelliJ(Object candidate) {
        try {
            Class<?> wrappers =
                    Class.forName(INTELLIJ, false, candidate.getClass().getClassLoader());
            Method unwrap = wrappers.getDeclaredMethod("unwrap", Class.class, Object.class);
            return (ProcessingEnvironment) unwrap.invoke(null, ProcessingEnvironment.class, candidate);
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException e) {
            return null; // not IntelliJ, or one that has no way back: the fields are searched next
        }
    }
}
