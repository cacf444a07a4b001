package io.athanor.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentIT {
    private static final String AGENT = System.getProperty("agent.jar");
    private static final String USER = """
            package p;
            import io.athanor.orm.mapping.*;
            @Mapped public class User extends Base {
                @Id private Integer id; private String name; private long wide;
                protected User() {}
                static class Reader { static String read(User u) { return u.name; } }
                @Mapped static class Admin extends User { private String key; static String key(Admin a) { return a.key; } }
            }
            """;
    private static final String POINT = "package p; public class Point { private int x; int x() { return x; } }";
    private static final String MAIN = """
            package p;
            import io.athanor.orm.instrument.*;
            public class Main {
                public static void main(String[] args) {
                    User.Admin admin = new User.Admin();
                    System.out.println("instrumented " + (admin instanceof Instrumented));
                    if (!((Object) admin instanceof Instrumented i)) { return; }
                    i.$orm$tracker(new Hooks(admin));
                    User.Reader.read(admin);
                    User.Admin.key(admin);
                    System.out.println("serial " + java.io.ObjectStreamClass.lookup(User.class).getSerialVersionUID());
                    System.out.println("point " + (((Object) new Point()) instanceof Instrumented));
                }
                static class Hooks extends Tracker {
                    Hooks(Object o) { super(o, null); pending = true; }
                    @Override public void read(int index) { System.out.println("read " + index); }
                    @Override public Object write(int index, Object old, Object value) { return value; }
                    @Override public int writeInt(int index, int old, int value) { return value; }
                    @Override public long writeLong(int index, long old, long value) { return value; }
                    @Override public double writeDouble(int index, double old, double value) { return value; }
                    @Override public boolean writeBoolean(int index, boolean old, boolean value) { return value; }
                }
            }
            """;

    @TempDir
    private Path folder;

    private Path classes;

    @BeforeEach
    void writeSources() throws IOException {
        Path sources = Files.createDirectories(folder.resolve("src/p"));
        Files.writeString(sources.resolve("User.java"), USER);
        Files.writeString(sources.resolve("Point.java"), POINT);
        Files.writeString(sources.resolve("Main.java"), MAIN);
        Files.writeString(
                sources.resolve("Base.java"), "package p; public class Base implements java.io.Serializable { }");
        classes = Files.createDirectories(folder.resolve("classes"));
    }

    /** Compile as a compiler does that runs processors, but not their listeners. */
    private void compileWithoutInstrumentation() throws IOException {
        javac("-proc:only", "-processorpath", System.getProperty("java.class.path"));
        javac("-proc:none");
    }

    private void javac(String... options) throws IOException {
        assertThat(compile(List.of("javac"), options)).doesNotContain("error:");
    }

    private String compile(List<String> compiler, String... options) throws IOException {
        List<String> command = new ArrayList<>(compiler);
        command.addAll(List.of("--release", "17", "-d", classes.toString()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(options));
        try (Stream<Path> files = Files.walk(folder)) {
            files.map(Path::toString).filter(f -> f.endsWith(".java")).forEach(command::add);
        }
        return run(command);
    }

    private String main(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of("java"));
        command.addAll(List.of(options));
        command.addAll(List.of("-Xverify:all", "-cp"));
        command.add(classes + File.pathSeparator + System.getProperty("java.class.path"));
        command.add("p.Main");
        return run(command);
    }

    private static String run(List<String> command) throws IOException {
        command.set(
                0,
                Path.of(System.getProperty("java.home"), "bin", command.get(0)).toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output.replaceAll("(?m)^.*-Xverify.*$\\R?", "");
    }

    private long serialVersionAsWritten() throws IOException {
        List<String> command = new ArrayList<>(List.of("serialver", "-classpath"));
        command.add(classes + File.pathSeparator + System.getProperty("java.class.path"));
        command.add("p.User");
        String output = run(command);
        return Long.parseLong(output.replaceAll("(?s).*= (-?\\d+)L;.*", "$1"));
    }

    @Test
    void unenhancedClassesAreEnhancedWhenLoaded() throws IOException {
        compileWithoutInstrumentation();
        assertThat(main()).isEqualToIgnoringNewLines("instrumented false");
        assertThat(main("-javaagent:" + AGENT).lines())
                .containsExactly(
                        "instrumented true", "read 1", "read 3", "serial " + serialVersionAsWritten(), "point false");
    }

    @Test
    void eclipseCompilerGeneratesTheMetamodelAndTheAgentDoesTheRest() throws IOException {
        String classPath = System.getProperty("java.class.path");
        String messages = compile(
                List.of("java", "-cp", classPath, "org.eclipse.jdt.internal.compiler.batch.Main"),
                "-processorpath",
                classPath);
        assertThat(messages)
                .doesNotContain("ERROR")
                .contains("mapped class [p.User] got its metamodel only and is not instrumented");
        assertThat(classes.resolve("p/User_.class")).exists();
        assertThat(main()).isEqualToIgnoringNewLines("instrumented false");
        assertThat(main("-javaagent:" + AGENT)).contains("instrumented true", "read 1", "read 3");
    }

    @Test
    void enhancedClassesAreLeftAlone() throws IOException {
        javac("-processorpath", System.getProperty("java.class.path"));
        String withoutAgent = main();
        assertThat(withoutAgent).contains("instrumented true", "read 1", "read 3");
        assertThat(main("-javaagent:" + AGENT)).isEqualTo(withoutAgent);
    }

    @Test
    void classWithoutAnnotationsIsEnhancedIfNamed() throws IOException {
        compileWithoutInstrumentation();
        assertThat(main("-javaagent:" + AGENT + "=p.Point")).contains("point true");
    }

    @Test
    void classThatTheProcessorNeverSawIsReported() throws IOException {
        javac("-proc:none");
        assertThat(main("-javaagent:" + AGENT))
                .contains("Athanor agent: class [p.User] is not enhanced: ")
                .contains(
                        "Descriptor [p.User_Descriptor] of mapped class [p.User] is missing; compile the class with the"
                                + " annotation processor io.athanor:orm-processor")
                .contains("instrumented false");
    }

    @Test
    void jarHoldsNothingUnderForeignNames() throws IOException {
        try (JarFile jar = new JarFile(AGENT)) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Premain-Class"))
                    .isEqualTo("io.athanor.agent.EnhancingAgent");
            assertThat(jar.stream().map(e -> e.getName()).filter(n -> n.endsWith(".class")))
                    .isNotEmpty()
                    .allMatch(n -> n.startsWith("io/athanor/agent/"));
        }
    }
}
