package io.athanor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.orm.instrument.Instrumented;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** What came out of a compilation, and a way to run it. */
final class Compiled {
    final boolean success;
    final List<Diagnostic<? extends JavaFileObject>> diagnostics;
    final Path output;
    final String text;
    private final ClassLoader loader;

    Compiled(
            boolean success,
            List<Diagnostic<? extends JavaFileObject>> diagnostics,
            Path output,
            List<Path> classPath,
            String text) {
        this.success = success;
        this.diagnostics = diagnostics;
        this.output = output;
        this.text = text;
        List<URL> urls = new ArrayList<>();
        try {
            urls.add(output.toUri().toURL());
            for (Path entry : classPath) {
                urls.add(entry.toUri().toURL());
            }
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
        this.loader = new URLClassLoader(urls.toArray(new URL[0]), Compiled.class.getClassLoader());
    }

    /** Fail unless it compiled without a word. */
    Compiled clean() {
        assertThat(messages()).isEmpty();
        assertThat(success).isTrue();
        return this;
    }

    List<String> messages() {
        return diagnostics.stream()
                .map(d -> d.getKind() + ": " + d.getMessage(Locale.ROOT))
                .toList();
    }

    List<String> errors() {
        return diagnostics.stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .map(d -> d.getMessage(Locale.ROOT))
                .toList();
    }

    List<String> warnings() {
        return diagnostics.stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.WARNING || d.getKind() == Diagnostic.Kind.MANDATORY_WARNING)
                .map(d -> d.getMessage(Locale.ROOT))
                .toList();
    }

    Class<?> load(String name) {
        try {
            return Class.forName(name, true, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Instrumented create(String name, Object... arguments) {
        return (Instrumented) construct(name, arguments);
    }

    Object construct(String name, Object... arguments) {
        for (Constructor<?> constructor : load(name).getDeclaredConstructors()) {
            if (!constructor.isSynthetic() && constructor.getParameterCount() == arguments.length) {
                constructor.setAccessible(true);
                try {
                    return constructor.newInstance(arguments);
                } catch (InvocationTargetException e) {
                    throw rethrow(e.getCause());
                } catch (ReflectiveOperationException e) {
                    throw new IllegalArgumentException(e);
                }
            }
        }
        throw new IllegalArgumentException("No such constructor of " + name);
    }

    /** Call a static method of a class. */
    Object callStatic(String type, String method, Object... arguments) {
        return invoke(load(type), null, method, arguments);
    }

    /** Call a method of an object, inherited ones included. */
    static Object call(Object target, String method, Object... arguments) {
        return invoke(target.getClass(), target, method, arguments);
    }

    private static Object invoke(Class<?> type, Object target, String name, Object... arguments) {
        for (Class<?> t = type; t != null; t = t.getSuperclass()) {
            for (Method method : t.getDeclaredMethods()) {
                if (method.getName().equals(name)
                        && method.getParameterCount() == arguments.length
                        && !method.isSynthetic()) {
                    method.setAccessible(true);
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw rethrow(e.getCause());
                    } catch (IllegalAccessException e) {
                        throw new IllegalArgumentException(e);
                    }
                }
            }
        }
        throw new IllegalArgumentException("No method " + name + " in " + type);
    }

    byte[] classFile(String name) {
        try {
            return Files.readAllBytes(output.resolve(name.replace('.', '/') + ".class"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Return the source that the processor generated for a class. */
    String generated(String name) {
        return TestCompiler.read(output.resolve(name.replace('.', '/') + ".java"));
    }

    ClassLoader loader() {
        return loader;
    }

    private static RuntimeException rethrow(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }
}
