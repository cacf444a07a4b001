package io.athanor.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.tests.kit.CompatibilityPage;
import io.athanor.tests.kit.CompatibilityTable;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page about compatibility says what the tests before have found. */
class CompatibilityIT {
    /** As many as SQLAlchemy's suite has test methods. */
    private static final int AT_LEAST = 465;

    private static final Path RESULTS = Path.of("target", "athanor-kit");
    private static final Path PAGE = Path.of("..", "docs", "compatibility.md");

    @Test
    void pageSaysWhatTheKitFound() throws Exception {
        CompatibilityTable run = CompatibilityTable.read(RESULTS);
        CompatibilityPage page = CompatibilityPage.read(PAGE);
        if (Boolean.getBoolean("athanor.kit.regenerate")) {
            page.write(run);
        }
        assertThat(run.dialects()).contains("h2", "sqlite");
        assertThat(CompatibilityPage.read(PAGE).differences(run)).isEmpty();
    }

    @Test
    void everyDialectPassesAsManyTestsAsSqlalchemysSuiteHas() throws Exception {
        CompatibilityTable run = CompatibilityTable.read(RESULTS);
        assertThat(run.dialects()).allSatisfy(dialect -> {
            assertThat(run.executions(dialect)).isGreaterThanOrEqualTo(AT_LEAST);
            assertThat(run.failures(dialect)).isZero();
        });
    }
}
