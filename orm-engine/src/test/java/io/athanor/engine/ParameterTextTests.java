package io.athanor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterTextTests {
    private static String text(Object... values) {
        return ParameterText.of(List.of(Arrays.asList(values)));
    }

    @Test
    void tuplesLookAsSqlalchemyWritesThem() {
        assertThat(text()).isEqualTo("()");
        assertThat(text(1)).isEqualTo("(1,)");
        assertThat(text("f8s7ccs", 1)).isEqualTo("('f8s7ccs', 1)");
        assertThat(text("it's", "say \"no\"")).isEqualTo("(\"it's\", 'say \"no\"')");
        assertThat(text(null, true, new BigDecimal("1.50"), new byte[3])).isEqualTo("(null, true, 1.50, <3 bytes>)");
    }

    @Test
    void severalExecutionsAreAListAndLongListsAreCut() {
        assertThat(ParameterText.of(List.of(List.of(1), List.of(2)))).isEqualTo("[(1,), (2,)]");
        List<List<Object>> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(List.of(i));
        }
        assertThat(ParameterText.of(many))
                .contains("(7,) ... displaying 10 of 100 sets ... (98,), (99,)]")
                .doesNotContain("(8,)");
    }

    @Test
    void manyValuesOfOneExecutionAreCut() {
        Object[] values = new Object[1000];
        Arrays.setAll(values, i -> i);
        assertThat(text(values))
                .contains(", 49 ... 900 parameters truncated ... 950, ")
                .endsWith("999)");
    }

    @Test
    void longValuesAreCut() {
        String text = text("a".repeat(1000));
        assertThat(text).hasSizeLessThan(400).contains("(700 characters truncated)");
    }

    @Test
    void lineEndsAndControlCharactersAreEscaped() {
        assertThat(text("a\nb\r\t\u0000\\")).isEqualTo("('a\\nb\\r\\t\\u0000\\\\',)");
    }
}
