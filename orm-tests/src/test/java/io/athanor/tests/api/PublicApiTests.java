package io.athanor.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.tests.compile.SourceCompiler;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The names and types of the public API are those that it was designed with: the example programs compile without a
 * warning, and what must not compile does not.
 */
class PublicApiTests {
    private static final String PACKAGE = "io.athanor.examples.";
    private static final List<String> PROGRAMS = List.of(
            "blog.User",
            "blog.Address",
            "blog.BlogPost",
            "blog.Keyword",
            "blog.NameCount",
            "blog.Tutorial",
            "core.Account",
            "core.Item",
            "core.Core",
            "session.Sessions");
    private static final String SNIPPET = """
            package io.athanor.examples.core;
            import static io.athanor.orm.Orm.*; import static io.athanor.sql.Sql.*;
            import io.athanor.engine.*; import io.athanor.examples.blog.*; import io.athanor.orm.mapper.*;
            import io.athanor.orm.query.*; import io.athanor.orm.session.*; import io.athanor.sql.tree.*;
            import io.athanor.sql.schema.Table; import java.math.BigDecimal; import java.util.*;
            class Snippet {
                static Query<User> query(Session s) { return s.query(User.class); }
                static Account account = Core.account; static Item item = Core.item; static Table node = Core.node;
                static <T> Condition same(Attribute<?, T> a, T v) { return a.eq(v); }
                void run(Session s, SessionFactory f) {
                    %s
                }
            }
            """;

    @TempDir
    static Path folder;

    private static List<String> messages;

    @BeforeAll
    static void compilePrograms() throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        for (String program : PROGRAMS) {
            sources.put(PACKAGE + program, resource(program.replace('.', '/') + ".java"));
        }
        messages = SourceCompiler.withProcessor(folder).errorsAndWarnings(sources);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = PublicApiTests.class.getResourceAsStream("/api/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void programsCompileWithoutAWarning() {
        assertThat(messages).isEmpty();
    }

    @Test
    void tutorialRuns() throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, PublicApiTests.class.getClassLoader())) {
            Class<?> tutorial = loader.loadClass(PACKAGE + "blog.Tutorial");
            tutorial.getMethod("run").invoke(tutorial.getConstructor().newInstance());
        }
    }

    private static List<String> compile(String statement) {
        return SourceCompiler.withoutProcessor(folder)
                .errors(Map.of(PACKAGE + "core.Snippet", SNIPPET.formatted(statement)));
    }

    private interface Claim {
        void check(List<String> errors);
    }

    private static List<DynamicTest> statements(String file, Claim claim) throws IOException {
        return resource(file)
                .lines()
                .map(line -> line.split(" \\| ", 2))
                .map(line -> DynamicTest.dynamicTest(line[0], () -> claim.check(compile(line[1]))))
                .toList();
    }

    @TestFactory
    List<DynamicTest> statementsThatMustCompileDo() throws IOException {
        return statements("accepted.txt", errors -> assertThat(errors).isEmpty());
    }

    /** A statement that names what does not exist would be refused too, but would show nothing. */
    @TestFactory
    List<DynamicTest> statementsThatMustNotCompileDoNot() throws IOException {
        return statements(
                "refused.txt",
                errors -> assertThat(errors)
                        .isNotEmpty()
                        .allSatisfy(error -> assertThat(error)
                                .doesNotContain("symbol:   variable", "symbol:   class", "does not exist")));
    }
}
