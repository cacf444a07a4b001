package io.athanor.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.tests.conformance.TutorialConformanceSuite;
import io.athanor.tests.database.Database;
import io.athanor.tests.suite.SessionSuite;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every suite runs on every database. */
class SuiteComplianceTests {
    private static final Map<Database, Class<?>> CLASSES = new EnumMap<>(Map.of(
            Database.SQLITE,
            SqliteTests.class,
            Database.H2,
            H2Tests.class,
            Database.POSTGRESQL,
            PostgresqlTests.class,
            Database.MARIADB,
            MariadbTests.class));

    @Test
    void everyDatabaseHasATestClass() {
        assertThat(CLASSES).containsOnlyKeys(Database.values());
    }

    @Test
    void everySuiteRunsOnEveryDatabase() throws IOException, URISyntaxException {
        Set<String> suites = names(suites());
        assertThat(suites).contains(SessionSuite.class.getName(), TutorialConformanceSuite.class.getName());
        for (Map.Entry<Database, Class<?>> database : CLASSES.entrySet()) {
            assertThat(names(suitesOf(database.getValue())))
                    .as("suites on %s", database.getKey())
                    .isEqualTo(suites);
        }
    }

    @Test
    void everyNestedClassRunsOnTheDatabaseOfItsTestClass() throws ReflectiveOperationException {
        for (Map.Entry<Database, Class<?>> database : CLASSES.entrySet()) {
            for (Class<?> nested : database.getValue().getDeclaredClasses()) {
                assertThat(nested).hasAnnotation(Nested.class);
                assertThat(databaseOf(nested, database.getValue()))
                        .as(nested.getName())
                        .isEqualTo(database.getKey());
            }
        }
    }

    private static Object databaseOf(Class<?> nested, Class<?> outer) throws ReflectiveOperationException {
        Constructor<?> outerConstructor = outer.getDeclaredConstructor();
        Constructor<?> constructor = nested.getDeclaredConstructor(outer);
        Object suite = constructor.newInstance(outerConstructor.newInstance());
        for (Class<?> type = suite.getClass(); type != null; type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                if (field.getType() == Database.class) {
                    field.setAccessible(true);
                    return field.get(suite);
                }
            }
        }
        throw new AssertionError(nested + " has no database");
    }

    private static Set<String> names(List<Class<?>> types) {
        return types.stream().map(Class::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The suites that the nested classes of a test class extend. */
    private static List<Class<?>> suitesOf(Class<?> tests) {
        return Stream.of(tests.getDeclaredClasses())
                .<Class<?>>map(Class::getSuperclass)
                .toList();
    }

    /** All abstract classes whose name ends in Suite, but the one that all have in common. */
    private static List<Class<?>> suites() throws IOException, URISyntaxException {
        Path root = Path.of(SuiteComplianceTests.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Class<?>> suites = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(each -> each.toString().endsWith("Suite.class"))
                    .toList()) {
                Class<?> type = load(root.relativize(file));
                if (Modifier.isAbstract(type.getModifiers())
                        && !type.getPackageName().endsWith(".database")) {
                    suites.add(type);
                }
            }
        }
        return suites;
    }

    private static Class<?> load(Path file) {
        String name = file.toString().replace(".class", "").replace('/', '.').replace('\\', '.');
        try {
            return Class.forName(name, false, SuiteComplianceTests.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(name, impossible);
        }
    }
}
