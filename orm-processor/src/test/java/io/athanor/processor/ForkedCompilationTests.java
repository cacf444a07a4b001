package io.athanor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.processor.enhance.ClassOutline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkedCompilationTests {
    private static final String MAIN = """
            package p;
            import io.athanor.orm.mapping.*;
            @Mapped public class User {
                @Id private Integer id; private String name; private long wide; private double wider;
                public User() { id = 1; wide = 2; wider = 3; }
                static class Reader { static String read(User u) { return u.name + u.wide; } }
                @Mapped public static class Admin extends User { private boolean root; Admin() { root = true; } }
                public static void main(String[] args) {
                    User user = new User();
                    user.name = "ed";
                    Runnable r = () -> System.out.println("[" + Reader.read(user) + new Admin().root + user.wider + "]");
                    r.run();
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void commandLineCompilerInstruments() throws IOException {
        Path output = compile(List.of());
        assertThat(ClassOutline.of(Files.readAllBytes(output.resolve("p/User.class")), Set.of())
                        .enhanced())
                .isTrue();
        assertThat(output.resolve("p/User_.class")).exists();
        assertThat(output.resolve("p/Admin_Descriptor.class")).exists();
    }

    @Test
    void everyClassPassesTheVerifier() throws IOException {
        Path output = compile(List.of());
        ForkedJvm.Outcome run = ForkedJvm.run(
                "java", List.of("-Xverify:all", "-cp", ForkedJvm.path(output, TestCompiler.ownClassPath()), "p.User"));
        assertThat(run.output()).contains("[ed2true3.0]");
        assertThat(run.exit()).isZero();
    }

    @Test
    void entitiesOfATestFolderSeeThoseOfTheMainOne() throws IOException {
        Path main = compile(List.of());
        Compiled tests = new TestCompiler()
                .sources(
                        "@Mapped public class Guest extends User { private String host; public String host() { return host; } }")
                .classPath(main)
                .output(Files.createDirectory(folder.resolve("test-classes")))
                .compile()
                .clean();
        io.athanor.orm.instrument.Instrumented guest = tests.create("p.Guest");
        RecordingTracker tracker = RecordingTracker.attachPending(guest);
        Compiled.call(guest, "host");
        assertThat(tracker.calls).containsExactly("read 4");
    }

    private Path compile(List<String> options) throws IOException {
        Path source = Files.writeString(folder.resolve("User.java"), MAIN);
        Path output = folder.resolve("classes");
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("--release", "17", "-d", output.toString()));
        arguments.addAll(List.of("-Xlint:all,-processing", "-Werror"));
        arguments.addAll(List.of("-processorpath", ForkedJvm.path(TestCompiler.ownClassPath())));
        arguments.addAll(List.of("-cp", ForkedJvm.path(TestCompiler.ownClassPath()), source.toString()));
        ForkedJvm.Outcome javac = ForkedJvm.run("javac", arguments);
        assertThat(javac.output()).isEmpty();
        assertThat(javac.exit()).isZero();
        return output;
    }
}
