package io.athanor.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.tests.database.Database;
import io.athanor.tests.database.EachDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide's pages, as a reader would copy them. */
class GuideTests {
    private static final Path GUIDE = Path.of("..", "docs", "guide");
    private static final String SHOWN_URL = "sqlite:///:memory:";

    @ParameterizedTest
    @CsvSource({
        "sql.md, sqlite, sqlite:///:memory:",
        "sql.md, h2, jdbc:h2:mem:guide",
        "reflection.md, sqlite, sqlite:///:memory:",
        "reflection.md, h2, jdbc:h2:mem:reflection",
        "loading.md, sqlite, sqlite:///:memory:",
        "loading.md, h2, jdbc:h2:mem:loading",
        "quickstart.md, sqlite, sqlite:///:memory:",
        "quickstart.md, h2, jdbc:h2:mem:quickstart",
        "session.md, sqlite, sqlite:///:memory:",
        "session.md, h2, jdbc:h2:mem:session",
        "relationships.md, sqlite, sqlite:///:memory:",
        "relationships.md, h2, jdbc:h2:mem:relationships",
        "testing.md, sqlite, sqlite:///:memory:",
        "testing.md, h2, jdbc:h2:mem:testing"
    })
    void programPrintsWhatThePageSays(String name, String dialect, String url, @TempDir Path folder) throws Exception {
        GuidePage page = GuidePage.read(GUIDE.resolve(name));
        String program = page.program();
        assertThat(program).containsOnlyOnce(SHOWN_URL);
        assertPrints(page, program.replace(SHOWN_URL, url), dialect, folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "sqlite"})
    void enginePrintsWhatThePageSays(String dialect, @TempDir Path folder) throws Exception {
        GuidePage page = GuidePage.read(GUIDE.resolve("engine.md"));
        String program = page.program();
        assertThat(program).contains("jdbc:h2:mem:");
        String files = "sqlite:///" + folder.toString().replace('\\', '/') + "/";
        String here = dialect.equals("h2") ? program : program.replace("jdbc:h2:mem:", files);
        assertPrints(page, here, dialect, folder);
    }

    @EachDatabase
    void databasesPrintWhatThePageSays(Database database, @TempDir Path folder) throws Exception {
        GuidePage page = GuidePage.read(GUIDE.resolve("databases.md"));
        String program = page.program();
        assertThat(program).containsOnlyOnce(SHOWN_URL);
        assertPrints(page, program.replace(SHOWN_URL, database.url()), database.dialect(), folder);
    }

    private static void assertPrints(GuidePage page, String program, String dialect, Path folder) throws Exception {
        String output = ExampleProgram.compile(folder, sources(page, program)).run("Guide");
        List<String> printed = GuidePage.printed(output);
        assertThat(printed).as(output).hasSameSizeAs(page.steps());
        SoftAssertions.assertSoftly(softly -> {
            for (int i = 0; i < printed.size(); i++) {
                GuidePage.Step step = page.steps().get(i);
                if (step.isSaidOf(dialect)) {
                    softly.assertThat(printed.get(i))
                            .as("printed by\n%s", step.java())
                            .isEqualToNormalizingWhitespace(step.outputOn(dialect));
                }
            }
        });
    }

    private static Map<String, String> sources(GuidePage page, String program) {
        Map<String, String> sources = new LinkedHashMap<>(page.entities());
        sources.put("Guide", program);
        return sources;
    }

    @Test
    void readmeLinksThePages() throws Exception {
        String readme = Files.readString(Path.of("..", "README.md"));
        try (var pages = Files.list(GUIDE)) {
            assertThat(pages.map(page -> "(docs/guide/" + page.getFileName() + ")"))
                    .allSatisfy(link -> assertThat(readme).contains(link));
        }
    }
}
