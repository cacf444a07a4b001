package io.athanor.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.tests.database.Database;
import io.athanor.tests.database.EachDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The example of mappings, on each database. */
class ShopTests {
    private static final int SHOWN = 8;

    @EachDatabase
    void everyValueIsAsExpected(Database database) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int shown = ShopMain.run(database.url(), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("line => 1/2 12 EUR", "points => [north]");
        assertThat(shown).isEqualTo(SHOWN);
    }
}
