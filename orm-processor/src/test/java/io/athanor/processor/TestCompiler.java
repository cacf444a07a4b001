package io.athanor.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Runs javac in this JVM with the processor on sources written in the test. */
final class TestCompiler {
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
    private static final String UNNAMED = "/* unnamed */";
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|enum|interface)\\s+(\\w+)");

    private final List<JavaFileObject> sources = new ArrayList<>();
    private final List<Path> classPath = new ArrayList<>();
    private final List<String> options = new ArrayList<>(List.of("--release", "17", "-g", "-parameters"));
    private List<? extends Processor> processors = List.of(new MappingProcessor());
    private UnaryOperator<JavaFileManager> fileManager = UnaryOperator.identity();
    private Path output;

    static Compiled compile(String... sources) {
        return new TestCompiler().sources(sources).compile();
    }

    /** Add sources; each begins with its package, or as {@link #UNNAMED}, or is put into package {@code p}. */
    TestCompiler sources(String... texts) {
        for (String text : texts) {
            String header = PACKAGE.matcher(text).find() || text.startsWith(UNNAMED) || isModule(text)
                    ? ""
                    : "package p; import io.athanor.orm.mapping.*; import java.util.*; import java.util.function.*;\n";
            this.sources.add(new SourceFile(name(header + text), header + text));
        }
        return this;
    }

    private static boolean isModule(String text) {
        return text.startsWith("module ");
    }

    TestCompiler classPath(Path... entries) {
        classPath.addAll(List.of(entries));
        return this;
    }

    TestCompiler options(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    TestCompiler processors(Processor... replacement) {
        processors = List.of(replacement);
        return this;
    }

    TestCompiler fileManager(UnaryOperator<JavaFileManager> wrapper) {
        fileManager = wrapper;
        return this;
    }

    TestCompiler output(Path folder) {
        output = folder;
        return this;
    }

    Compiled compile() {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StringWriter text = new StringWriter();
        try (StandardJavaFileManager files = JAVAC.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            if (output == null) {
                output = newFolder();
            }
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            List<Path> entries = new ArrayList<>(classPath);
            entries.addAll(ownClassPath());
            if (!options.contains("-p")) {
                files.setLocationFromPaths(StandardLocation.CLASS_PATH, entries);
            }
            JavaCompiler.CompilationTask task =
                    JAVAC.getTask(text, fileManager.apply(files), diagnostics, options, null, sources);
            task.setProcessors(processors);
            boolean success = task.call();
            return new Compiled(success, diagnostics.getDiagnostics(), output, classPath, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Return an empty folder that the next clean build removes. */
    static Path newFolder() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target", "compiled")), "")
                .toAbsolutePath();
    }

    static List<Path> ownClassPath() {
        List<Path> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            entries.add(Path.of(entry));
        }
        return entries;
    }

    private static String name(String source) {
        if (isModule(source)) {
            return "module-info";
        }
        Matcher packageName = PACKAGE.matcher(source);
        Matcher type = TYPE.matcher(source);
        if (!type.find()) {
            throw new IllegalArgumentException("No type in [" + source + "]");
        }
        return packageName.find() ? packageName.group(1).replace('.', '/') + "/" + type.group(1) : type.group(1);
    }

    private static final class SourceFile extends SimpleJavaFileObject {
        private final String text;

        SourceFile(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
