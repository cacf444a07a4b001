package io.athanor.tests.compile;

import io.athanor.processor.MappingProcessor;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles against the class path of the tests, into a folder. */
public final class SourceCompiler {
    private final Path folder;
    private final boolean isProcessing;

    private SourceCompiler(Path folder, boolean isProcessing) {
        this.folder = folder;
        this.isProcessing = isProcessing;
    }

    public static SourceCompiler withProcessor(Path folder) {
        return new SourceCompiler(folder, true);
    }

    public static SourceCompiler withoutProcessor(Path folder) {
        return new SourceCompiler(folder, false);
    }

    /** Compile sources by class name; return the errors. */
    public List<String> errors(Map<String, String> sources) {
        return messages(sources, List.of(Diagnostic.Kind.ERROR));
    }

    /** Compile sources by class name; return the errors and the warnings. */
    public List<String> errorsAndWarnings(Map<String, String> sources) {
        return messages(
                sources, List.of(Diagnostic.Kind.ERROR, Diagnostic.Kind.WARNING, Diagnostic.Kind.MANDATORY_WARNING));
    }

    private List<String> messages(Map<String, String> sources, List<Diagnostic.Kind> kinds) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        String classPath = folder + File.pathSeparator + System.getProperty("java.class.path");
        List<String> options =
                new ArrayList<>(List.of("--release", "17", "-d", folder.toString(), "-classpath", classPath));
        // The class path of the tests is not what is tested.
        options.add("-Xlint:all,-serial,-try,-processing,-classfile,-path");
        if (!isProcessing) {
            options.add("-proc:none");
        }
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((name, text) -> units.add(new Source(name, text)));
        try (var files = compiler.getStandardFileManager(diagnostics, null, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(null, files, diagnostics, options, null, units);
            if (isProcessing) {
                task.setProcessors(List.of(new MappingProcessor()));
            }
            task.call();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return diagnostics.getDiagnostics().stream()
                .filter(each -> kinds.contains(each.getKind()))
                .map(each -> each.getMessage(Locale.ENGLISH))
                .toList();
    }

    /** Compile sources that are right, and load one of the classes. */
    public Class<?> load(String name, Map<String, String> sources) {
        List<String> errors = errors(sources);
        if (!errors.isEmpty()) {
            throw new AssertionError(errors.toString());
        }
        try {
            URLClassLoader loader =
                    new URLClassLoader(new URL[] {folder.toUri().toURL()}, SourceCompiler.class.getClassLoader());
            return Class.forName(name, true, loader);
        } catch (ReflectiveOperationException | IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
