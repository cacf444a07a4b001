package io.athanor.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Mapped classes in great number, written and compiled for one run: for this library, and with the annotations of JPA. */
final class ManyClasses implements AutoCloseable {
    private static final String OURS = """
            package many.ours;

            @io.athanor.orm.mapping.Mapped(table = "many_%1$d")
            public class Many%1$d {
                @io.athanor.orm.mapping.Id
                private Integer id;
                private String name;
                private int number;
                private java.time.LocalDateTime created;

                public Integer getId() { return id; }
                public String getName() { return name; }
                public int getNumber() { return number; }
            }
            """;
    private static final String JPA = """
            package many.jpa;

            @jakarta.persistence.Entity
            @jakarta.persistence.Table(name = "many_%1$d")
            public class Many%1$d {
                @jakarta.persistence.Id
                private Integer id;
                private String name;
                private int number;
                private java.time.LocalDateTime created;

                public Integer getId() { return id; }
                public String getName() { return name; }
                public int getNumber() { return number; }
            }
            """;

    private final Path folder;

    private ManyClasses(Path folder) {
        this.folder = folder;
    }

    static ManyClasses compile(int count) throws IOException {
        Path folder = Files.createTempDirectory("many");
        ManyClasses classes = new ManyClasses(folder);
        classes.compile("ours", OURS, count, "-processor", "io.athanor.processor.MappingProcessor");
        classes.compile("jpa", JPA, count, "-proc:none");
        return classes;
    }

    private void compile(String kind, String template, int count, String... options) throws IOException {
        Path sources = Files.createDirectories(
                folder.resolve("sources").resolve("many").resolve(kind));
        List<File> files = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            Path file = sources.resolve("Many" + n + ".java");
            Files.writeString(file, template.formatted(n));
            files.add(file.toFile());
        }
        List<String> all = new ArrayList<>(List.of(
                "-d",
                folder.toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                "-Xlint:none",
                "-nowarn"));
        all.addAll(List.of(options));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean isDone = compiler.getTask(
                            null, manager, null, all, null, manager.getJavaFileObjectsFromFiles(files))
                    .call();
            if (!isDone) {
                throw new IllegalStateException("The many classes of [" + kind + "] could not be compiled");
            }
        }
    }

    Path folder() {
        return folder;
    }

    /** The classes as a peer maps them, within the JVM that has them on its class path. */
    static Class<?>[] load(String peer, int count) throws ClassNotFoundException {
        Class<?>[] classes = new Class<?>[count];
        for (int n = 1; n <= count; n++) {
            classes[n - 1] = Class.forName(
                    "many." + (peer.equals("athanor") ? "ours" : "jpa") + ".Many" + n,
                    false,
                    ManyClasses.class.getClassLoader());
        }
        return classes;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
