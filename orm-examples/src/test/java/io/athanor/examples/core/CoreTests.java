package io.athanor.examples.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.tests.database.Database;
import io.athanor.tests.database.EachDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The example of the SQL expression language, on each database. */
class CoreTests {
    private static final int SHOWN = 44;

    @EachDatabase
    void everyValueIsAsExpected(Database database) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int shown = CoreMain.run(database.url(), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("keys => [1, 2, 3]", "running sums and ranks => [5 at 2, 8.5 at 3, 9 at 1]")
                .contains("the tree => [leaf, left, right, root]", "sizes of partitions => [3, 1]");
        assertThat(shown).isEqualTo(SHOWN);
    }
}
