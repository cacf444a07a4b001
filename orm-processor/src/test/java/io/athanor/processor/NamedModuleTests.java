package io.athanor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.processor.enhance.ClassOutline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NamedModuleTests {
    private static final String MODULE = "module app { requires transitive io.athanor.orm; exports app; }";
    private static final String USER = """
            package app;
            import io.athanor.orm.mapping.*;
            @Mapped(table = "users") public class User {
                @Id private Integer id; private String name;
                protected User() {}
                public static void main(String[] args) {
                    User user = new User();
                    user.name = "ed";
                    System.out.println("[" + user.getClass().getModule().getName() + " " + user.name + "]");
                }
            }
            """;

    @Test
    void entityOfANamedModuleIsEnhancedAndNeedsNoOpens() {
        Compiled compiled = new TestCompiler()
                .sources(MODULE, USER)
                .options("-p", ForkedJvm.path(modulePath()), "-Xlint:all,-processing,-requires-automatic", "-Werror")
                .compile()
                .clean();
        assertThat(ClassOutline.of(compiled.classFile("app.User"), Set.of()).enhanced())
                .isTrue();
        ForkedJvm.Outcome run = ForkedJvm.run(
                "java", List.of("-p", ForkedJvm.path(compiled.output, modulePath()), "-m", "app/app.User"));
        assertThat(run.output()).contains("[app ed]");
    }

    @Test
    void testsPatchedIntoAModuleMayHoldEntities() throws java.io.IOException {
        Compiled main = new TestCompiler()
                .sources(MODULE, USER)
                .options("-p", ForkedJvm.path(modulePath()))
                .compile()
                .clean();
        Path sources = TestCompiler.newFolder();
        Path guest = Files.createDirectories(sources.resolve("app")).resolve("Guest.java");
        Files.writeString(
                guest, "package app; @io.athanor.orm.mapping.Mapped class Guest extends User { private String host; }");
        Path output = TestCompiler.newFolder();
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-d", output.toString()));
        arguments.addAll(List.of("-p", ForkedJvm.path(main.output, modulePath()), "--add-modules", "app"));
        arguments.addAll(List.of("--patch-module", "app=" + sources));
        arguments.addAll(List.of("-processorpath", ForkedJvm.path(TestCompiler.ownClassPath()), guest.toString()));
        ForkedJvm.Outcome javac = ForkedJvm.run("javac", arguments);
        assertThat(javac.output()).isEmpty();
        assertThat(ClassOutline.of(Files.readAllBytes(output.resolve("app/Guest.class")), Set.of())
                        .enhanced())
                .isTrue();
    }

    @Test
    void severalModulesMayBeCompiledAtOnce() throws java.io.IOException {
        Path sources = TestCompiler.newFolder();
        Path app = Files.createDirectories(sources.resolve("app/app"));
        Path module = Files.writeString(sources.resolve("app/module-info.java"), MODULE);
        Path user = Files.writeString(app.resolve("User.java"), USER);
        Path output = TestCompiler.newFolder();
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-d", output.toString()));
        arguments.addAll(List.of("-p", ForkedJvm.path(modulePath()), "--module-source-path", sources.toString()));
        arguments.addAll(List.of("-processorpath", ForkedJvm.path(TestCompiler.ownClassPath())));
        arguments.addAll(List.of(module.toString(), user.toString()));
        ForkedJvm.Outcome javac = ForkedJvm.run("javac", arguments);
        assertThat(javac.output()).isEmpty();
        assertThat(ClassOutline.of(Files.readAllBytes(output.resolve("app/app/User.class")), Set.of())
                        .enhanced())
                .isTrue();
    }

    @Test
    void processorWorksAsANamedModule() throws java.io.IOException {
        Path source = TestCompiler.newFolder().resolve("User.java");
        Files.writeString(source, USER);
        Path output = TestCompiler.newFolder();
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-d", output.toString()));
        arguments.addAll(List.of("--processor-module-path", ForkedJvm.path(processorPath())));
        arguments.addAll(List.of("-cp", ForkedJvm.path(TestCompiler.ownClassPath()), source.toString()));
        ForkedJvm.Outcome javac = ForkedJvm.run("javac", arguments);
        assertThat(javac.output()).isEmpty();
        assertThat(ClassOutline.of(Files.readAllBytes(output.resolve("app/User.class")), Set.of())
                        .enhanced())
                .isTrue();
    }

    /** What a user's module path holds; the processor is not on it. */
    private static List<Path> modulePath() {
        return TestCompiler.ownClassPath().stream()
                .filter(p -> p.toString().matches(".*(orm-(sql|engine|core)|HikariCP|slf4j-api|jspecify).*"))
                .toList();
    }

    private static List<Path> processorPath() {
        return TestCompiler.ownClassPath().stream()
                .filter(p ->
                        p.toString().matches(".*(orm-processor/target/classes|/asm-?[a-z]*-[\\d.]+jar|javapoet-).*"))
                .filter(p -> !p.toString().contains("asm-util"))
                .toList();
    }
}
