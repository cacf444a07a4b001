package io.athanor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.processor.enhance.ClassOutline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputGuardTests {
    private static final String USER =
            "@Mapped public class User { @Id private Integer id; class Inner { int id() { return id; } } }";
    private static final String BUFFERED =
            "Class file [p.User] is not in the compiler's output, or is older than this compilation, as under a tool that"
                    + " keeps class files in memory; mapped classes [p.User] got their metamodel only and are not instrumented."
                    + " Compile with Maven, Gradle or javac -d, or run with the Java agent io.athanor:orm-agent";

    @TempDir
    private Path output;

    @Test
    void bufferedClassFileIsLeftAloneWithAWarning() {
        Map<String, ByteArrayOutputStream> buffer = new HashMap<>();
        Compiled compiled = new TestCompiler()
                .sources(USER)
                .output(output)
                .fileManager(files -> new BufferingFileManager(files, buffer))
                .compile();
        assertThat(compiled.success).isTrue();
        assertThat(compiled.warnings()).containsExactly(BUFFERED);
        assertThat(output.resolve("p/User.class")).doesNotExist();
        assertThat(ClassOutline.of(buffer.get("p.User").toByteArray(), Set.of()).enhanced())
                .isFalse();
        assertThat(buffer).containsKey("p.User_");
    }

    @Test
    void classFileOfAnEarlierCompilationIsLeftAlone() throws IOException {
        new TestCompiler()
                .sources(USER)
                .output(output)
                .options("-proc:none")
                .compile()
                .clean();
        Path file = output.resolve("p/User.class");
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() - 60_000));
        byte[] before = Files.readAllBytes(file);
        Compiled compiled = buffered();
        assertThat(compiled.warnings()).containsExactly(BUFFERED);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void enhancedClassFileOfAnEarlierCompilationIsNotTakenForAFreshOne() throws IOException {
        new TestCompiler().sources(USER).output(output).compile().clean();
        byte[] before = Files.readAllBytes(output.resolve("p/User.class"));
        Compiled compiled = buffered();
        assertThat(compiled.warnings()).containsExactly(BUFFERED);
        assertThat(Files.readAllBytes(output.resolve("p/User.class"))).isEqualTo(before);
    }

    private Compiled buffered() {
        return new TestCompiler()
                .sources(USER)
                .output(output)
                .fileManager(files -> new BufferingFileManager(files, new HashMap<>()))
                .compile();
    }

    @Test
    void compilingAgainEnhancesAgain() throws IOException {
        new TestCompiler().sources(USER).output(output).compile().clean();
        byte[] before = Files.readAllBytes(output.resolve("p/User.class"));
        new TestCompiler().sources(USER).output(output).compile().clean();
        assertThat(Files.readAllBytes(output.resolve("p/User.class"))).isEqualTo(before);
    }

    @Test
    void fileManagerWithoutFilesIsWrittenThrough() {
        Map<URI, byte[]> memory = new HashMap<>();
        Compiled compiled = new TestCompiler()
                .sources(USER)
                .output(output)
                .fileManager(files -> new MemoryFileManager(files, memory))
                .compile()
                .clean();
        assertThat(compiled.output).isEmptyDirectory();
        assertThat(ClassOutline.of(memory.get(MemoryFileManager.uri("p/User.class")), Set.of())
                        .enhanced())
                .isTrue();
    }
}
