package io.athanor.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.tests.kit.DialectUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The compliance tests of one dialect. The author extends this class once, says where a database is, and nests one class for
 * each of {@link KitSuites#all()}, which is all the tests need:
 *
 * <pre>{@code
 * class HsqldbTests extends DialectKit {
 *     public String url() {
 *         return "hsqldb:///mem:kit";
 *     }
 *
 *     @Nested
 *     class Ctes extends CteSuite {}
 *     …
 * }
 * }</pre>
 *
 * <p>A suite that is missing fails {@link #everySuiteIsNested()}, whose message holds the lines to add. The kit creates and
 * drops tables in the database as it likes, so it wants one of its own. What the dialect declares in its
 * {@link io.athanor.engine.dialect.Capabilities} decides which tests run; what it does not declare is tried out and must
 * fail.
 *
 * @since 0.1.0
 */
public abstract class DialectKit implements DialectUnderTest {
    /** Create the tests. */
    protected DialectKit() {}

    /** Every suite of the kit is run on this dialect. */
    @Test
    final void everySuiteIsNested() {
        List<Class<?>> missing = new ArrayList<>(KitSuites.all());
        for (Class<?> type = getClass(); type != DialectKit.class; type = type.getSuperclass()) {
            Stream.of(type.getDeclaredClasses())
                    .filter(nested -> nested.isAnnotationPresent(Nested.class))
                    .forEach(nested -> missing.remove(nested.getSuperclass()));
        }
        assertThat(missing)
                .as(
                        "suites to add:%n%s%n%s",
                        String.join(
                                "\n", missing.stream().map(DialectKit::imported).toList()),
                        String.join("\n", missing.stream().map(DialectKit::line).toList()))
                .isEmpty();
    }

    private static String imported(Class<?> suite) {
        return "import " + suite.getName() + ";";
    }

    private static String line(Class<?> suite) {
        String name = suite.getSimpleName();
        return "    @Nested\n    class " + name.substring(0, name.length() - "Suite".length()) + " extends " + name
                + " {}\n";
    }
}
