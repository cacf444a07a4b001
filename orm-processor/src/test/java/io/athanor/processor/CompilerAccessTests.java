package io.athanor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.processor.enhance.ClassOutline;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

class CompilerAccessTests {
    private static final String USER = "@Mapped public class User { @Id private Integer id; }";

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
        assertThat(compiled.warnings())
                .singleElement()
                .satisfies(w -> assertThat(w)
                        .startsWith("The compiler is not javac, or [")
                        .endsWith(
                                "] hides it; mapped class [p.User] got its metamodel only and is not instrumented. Compile with"
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

    private static final class Delegating implements InvocationHandler {
        private final ProcessingEnvironment delegate;

        Delegating(ProcessingEnvironment delegate) {
            this.delegate = delegate;
        }

        ProcessingEnvironment proxy() {
            return (ProcessingEnvironment) Proxy.newProxyInstance(
                    Delegating.class.getClassLoader(), new Class<?>[] {ProcessingEnvironment.class}, this);
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return method.invoke(delegate, arguments);
        }
    }
}
