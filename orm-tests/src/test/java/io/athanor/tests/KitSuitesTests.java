package io.athanor.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.dialect.Capability;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The kit knows all of its suites, and they ask for every capability. */
class KitSuitesTests {
    private static final Path PAGE = Path.of("..", "docs", "suites.md");
    private static final Pattern ROW = Pattern.compile("^\\| (\\w+) \\| (\\d+|inherited) \\| .* \\| (.+) \\|$");
    private static final Pattern SUITE = Pattern.compile("`(\\w+Suite)`");
    private static final int CLASSES = 89;
    /**
     * Not a test's own matter: they decide how rows are inserted, how enums are declared, and whether an upsert may be
     * refused, which tests of the session, of types and of upserts see.
     */
    private static final Set<Capability> BY_OTHERS = EnumSet.of(
            Capability.BATCH_GENERATED_KEYS,
            Capability.ROW_LOCKS,
            Capability.NATIVE_ENUMS,
            Capability.CONDITIONAL_UPSERT);

    private static Set<String> names() {
        return KitSuites.all().stream().map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everySuiteIsListed() throws IOException, URISyntaxException {
        Path root = Path.of(KitSuite.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(root.resolve("io/athanor/tests/kit"))) {
            Set<String> found = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith("Suite.class") && !file.equals("KitSuite.class"))
                    .map(file -> file.substring(0, file.length() - ".class".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(names()).isEqualTo(found);
        }
    }

    @Test
    void everyClassOfTheModelHasASuiteOrAReason() throws IOException {
        Set<String> classes = new TreeSet<>();
        Set<String> named = new TreeSet<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                classes.add(row.group(1));
                List<String> suites = SUITE.matcher(row.group(3))
                        .results()
                        .map(match -> match.group(1))
                        .toList();
                assertThat(suites.isEmpty() ? row.group(3).split(" ").length : suites.size())
                        .as("suites or a reason of [%s]", row.group(1))
                        .isPositive();
                named.addAll(suites);
            }
        }
        assertThat(classes).hasSize(CLASSES);
        assertThat(names()).containsAll(named);
    }

    @Test
    void everyCapabilityIsAskedFor() {
        Set<Capability> asked = EnumSet.copyOf(BY_OTHERS);
        for (Class<?> suite : KitSuites.all()) {
            addTo(asked, suite.getAnnotation(Requires.class));
            for (var method : suite.getDeclaredMethods()) {
                addTo(asked, method.getAnnotation(Requires.class));
            }
        }
        assertThat(EnumSet.complementOf(EnumSet.copyOf(asked))).isEmpty();
    }

    private static void addTo(Set<Capability> asked, Requires requires) {
        if (requires != null) {
            asked.addAll(List.of(requires.value()));
        }
    }

    @Test
    void testsCannotBeOverriddenByAnAuthor() {
        List<String> open = new ArrayList<>();
        for (Class<?> suite : KitSuites.all()) {
            for (var method : suite.getDeclaredMethods()) {
                boolean isTest =
                        method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class);
                if (isTest && (method.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0) {
                    open.add(method.toString());
                }
            }
        }
        assertThat(open).isEmpty();
    }
}
