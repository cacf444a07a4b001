package io.athanor.examples.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.tests.database.Database;
import io.athanor.tests.database.EachDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The example of sessions, on each database. */
class SessionTests {
    private static final int SHOWN = 33;

    @EachDatabase
    void everyValueIsAsExpected(Database database) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int shown = SessionMain.run(database.url(), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("thrown => checked exceptions pass through", "reachable by another name => bob");
        assertThat(shown).isEqualTo(SHOWN);
    }
}
