package io.athanor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.processor.enhance.ClassOutline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputGuardTests {
    private static final String USER = "@Mapped public class User { @Id private Integer id; class Inner { int id() { return id; } } }";
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
        assertThat(ClassOutline.of(buffer.get("p.User").toByteArray(), Set.of()).enhanced()).isFalse();
        assertThat(buffer).containsKey("p.User_");
    }

    @Test
    void classFileOfAnEarlierCompilationIsLeftAlone() throws IOException {
        new TestCompiler().sources(USER).output(output).options("-proc:none").compile().clean();
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
    void environmentsAreUnwrapped() {
        for (Wrapping wrapping : Wrapping.values()) {
            Compiled compiled = new TestCompiler()
                    .sources(USER)
                    .processors(new WrappingProcessor(wrapping))
                    .compile();
            assertThat(compiled.errors()).isEmpty();
            assertThat(ClassOutline.of(compiled.classFile("p.User"), Set.of()).enhanced())
                    .as(wrapping.name())
                    .isEqualTo(wrapping != Wrapping.HIDDEN);
        }
    }

    @Test
    void unreachableCompilerIsReported() {
        Compiled compiled = new TestCompiler()
                .sources(USER)
                .processors(new WrappingProcessor(Wrapping.HIDDEN))
                .compile();
        assertThat(compiled.success).isTrue();
        assertThat(compiled.warnings()).singleElement().satisfies(w -> assertThat(w)
                .startsWith("The compiler is not javac, or [")
                .endsWith("] hides it; mapped class [p.User] got its metamodel only and is not instrumented. Compile with"
                        + " javac, or run with the Java agent io.athanor:orm-agent"));
        assertThat(compiled.generated("p.User_")).contains("class User_");
    }

    private enum Wrapping {
        FIELD,
        PROXY,
        HIDDEN
    }

    /** Hands the processor an environment as build tools and IDEs do. */
    private static final class WrappingProcessor extends AbstractProcessor {
        private final MappingProcessor processor = new MappingProcessor();
        private final Wrapping wrapping;

        WrappingProcessor(Wrapping wrapping) {
            this.wrapping = wrapping;
        }

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            super.init(environment);
            processor.init(wrap(environment));
        }

        private ProcessingEnvironment wrap(ProcessingEnvironment javac) {
            Object hidden = javac;
            ProcessingEnvironment proxy = (ProcessingEnvironment) Proxy.newProxyInstance(
                    WrappingProcessor.class.getClassLoader(),
                    new Class<?>[] {ProcessingEnvironment.class},
                    wrapping == Wrapping.HIDDEN
                            ? (p, method, arguments) -> method.invoke(Registered.environments.get("it"), arguments)
                            : (p, method, arguments) -> method.invoke(hidden, arguments));
            Registered.environments.put("it", javac);
            return wrapping == Wrapping.FIELD ? new Delegating(javac).proxy() : proxy;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return processor.getSupportedSourceVersion();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }
    }

    private static final class Registered {
        static Map<String, ProcessingEnvironment> environments = new HashMap<>();
    }

    private static final class Delegating implements java.lang.reflect.InvocationHandler {
        private final ProcessingEnvironment delegate;

        Delegating(ProcessingEnvironment delegate) {
            this.delegate = delegate;
        }

        ProcessingEnvironment proxy() {
            return (ProcessingEnvironment) Proxy.newProxyInstance(
                    Delegating.class.getClassLoader(), new Class<?>[] {ProcessingEnvironment.class}, this);
        }

        @Override
        public Object invoke(Object proxy, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
            return method.invoke(delegate, arguments);
        }
    }

    /** Keeps class files in memory until the compilation is over, as IntelliJ's builder does. */
    private static final class BufferingFileManager extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> buffer;

        BufferingFileManager(JavaFileManager files, Map<String, ByteArrayOutputStream> buffer) {
            super(files);
            this.buffer = buffer;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) throws IOException {
            if (kind != JavaFileObject.Kind.CLASS) {
                return super.getJavaFileForOutput(location, className, kind, sibling);
            }
            return new SimpleJavaFileObject(URI.create("mem:///" + className.replace('.', '/')), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return buffer.computeIfAbsent(className, c -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
