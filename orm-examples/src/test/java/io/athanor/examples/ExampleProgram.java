package io.athanor.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;

/** A program of the documentation, compiled and run as a reader would: against the class path of an application. */
public final class ExampleProgram {
    private static final String PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private final Path folder;

    private ExampleProgram(Path folder) {
        this.folder = folder;
    }

    /** A program of this module, whose output goes to a folder. */
    public static ExampleProgram of(Path folder) {
        return new ExampleProgram(folder);
    }

    /** Compile sources, by the simple names of their classes; a warning counts as an error. */
    static ExampleProgram compile(Path folder, Map<String, String> sources) throws Exception {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        List<String> arguments =
                new ArrayList<>(List.of("-d", classes.toString(), "-cp", PATH, "-processorpath", PATH));
        arguments.addAll(List.of("--release", "17", "-Xlint:all,-options,-processing", "-Werror"));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey() + ".java");
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(result).as("javac").isZero();
        return new ExampleProgram(folder);
    }

    /** Run a main class in a JVM of its own and return what it printed, its log included. */
    public String run(String main, String... arguments) throws Exception {
        Path output = folder.resolve("out.txt");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8"));
        // Newer JDKs warn, on the same stream, of native code that was not granted.
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
        command.add(folder.resolve("classes") + File.pathSeparator + PATH);
        command.add(main);
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
