package io.athanor.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.athanor.engine.dialect.Capability;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Method;
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
    private static final int TESTS_OF_THE_MODEL = 465;
    /** A dependency as this module's POM declares it: its artifact, and what follows. */
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>\\s*<groupId>[^<]*</groupId>\\s*<artifactId>([^<]*)</artifactId>(.*?)</dependency>",
            Pattern.DOTALL);

    private static Path classes() throws URISyntaxException {
        return Path.of(KitSuite.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static Set<String> names() {
        return KitSuites.all().stream().map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everySuiteIsListed() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.walk(classes().resolve("io/athanor/tests/kit"))) {
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
        Set<Capability> asked = EnumSet.noneOf(Capability.class);
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

    /** An author's project has the kit, the library, and no dialect but its own. */
    @Test
    void kitRequiresNoDialect() throws IOException, URISyntaxException {
        ModuleDescriptor kit = ModuleFinder.of(classes())
                .find("io.athanor.tests")
                .orElseThrow()
                .descriptor();
        assertThat(kit.requires())
                .extracting(ModuleDescriptor.Requires::name)
                .contains("io.athanor.orm")
                .noneMatch(name -> name.startsWith("io.athanor.dialect"));
        Matcher dependency = DEPENDENCY.matcher(Files.readString(Path.of("pom.xml")));
        List<String> published = new ArrayList<>();
        while (dependency.find()) {
            if (!dependency.group(2).contains("<scope>")) {
                published.add(dependency.group(1));
            }
        }
        assertThat(published).containsExactly("orm-core", "junit-jupiter", "assertj-core");
    }

    @Test
    void kitKnowsNoDialectByName() throws IOException, URISyntaxException {
        JavaClasses kit = new ClassFileImporter().importPath(classes());
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.athanor.dialect..", "org.h2..", "org.sqlite..", "org.postgresql..", "org.mariadb..")
                .check(kit);
    }

    private static List<Method> tests() {
        return KitSuites.all().stream()
                .flatMap(suite -> Stream.of(suite.getDeclaredMethods()))
                .filter(method ->
                        method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class))
                .toList();
    }

    /** Counted as SQLAlchemy's are: a test with parameters is one. */
    @Test
    void kitHasNoFewerTestsThanTheModel() {
        assertThat(tests()).hasSizeGreaterThanOrEqualTo(TESTS_OF_THE_MODEL);
    }

    @Test
    void testsCannotBeOverriddenByAnAuthor() {
        assertThat(tests()).noneMatch(test -> (test.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0);
    }
}
