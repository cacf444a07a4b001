package io.athanor.examples.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example of the SQL expression language, on each database. */
class CoreTests {
    private static final int SHOWN = 44;

    static List<String> urls() {
        return CoreMain.URLS;
    }

    @ParameterizedTest
    @MethodSource("urls")
    void everyValueIsAsExpected(String url) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int shown = CoreMain.run(url, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("keys => [1, 2, 3]", "running sums and ranks => [5 at 2, 8.5 at 3, 9 at 1]")
                .contains("the tree => [leaf, left, right, root]", "sizes of partitions => [3, 1]");
        assertThat(shown).isEqualTo(SHOWN);
    }
}
