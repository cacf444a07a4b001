package io.athanor.tests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every public method that takes a string is known to the injection tests: its line in {@code hostile/strings.properties} names
 * the {@link Place} where hostile strings are thrown at it, or says why there is none.
 */
class StringPlacesTests {
    private static final String RESOURCE = "/hostile/strings.properties";
    private static final Pattern PACKAGES = Pattern.compile(
            "io\\.athanor\\.(sql(\\.(tree|schema|ddl|type|compile))?|engine(\\.inspect)?|dialect\\.\\w+)");
    private static final Pattern TEXTS =
            Pattern.compile("(java\\.util\\.|java\\.lang\\.Iterable).*java\\.lang\\.String.*");

    /** Why hostile strings are not thrown at a method. */
    private static final Set<String> REASONS = Set.of(
            "raw", // marked as raw SQL: it is the application's own text
            "lookup", // compared with names that are known, and never written
            "setting", // of the engine; no part of SQL
            "bound", // sent as a value by the dialect's own queries
            "words", // refused unless it is one of a few words
            "checked"); // refused unless made of harmless characters, with tests of its own

    private static Set<String> found() {
        Set<String> found = new TreeSet<>();
        for (JavaClass each : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.athanor")) {
            boolean isApi = PACKAGES.matcher(each.getPackageName()).matches()
                    && each.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC);
            if (isApi) {
                methods(each.reflect()).forEach(found::add);
            }
        }
        return found;
    }

    private static Stream<String> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && !method.isSynthetic()
                        && !(type.isEnum() && method.getName().equals("valueOf")))
                .filter(StringPlacesTests::takesText)
                .map(method -> type.getName().replace("io.athanor.", "") + "." + method.getName());
    }

    private static boolean takesText(Method method) {
        return Arrays.stream(method.getGenericParameterTypes()).anyMatch(StringPlacesTests::isText);
    }

    private static boolean isText(Type type) {
        return type == String.class
                || type == String[].class
                || TEXTS.matcher(type.getTypeName()).matches();
    }

    private static Properties listed() throws IOException {
        Properties listed = new Properties();
        try (InputStream in = StringPlacesTests.class.getResourceAsStream(RESOURCE)) {
            listed.load(in);
        }
        return listed;
    }

    @Test
    void everyStringOfTheApiHasAPlace() throws IOException {
        Set<String> places = Stream.of(ValuePlaces.all(), NamePlaces.all(), SchemaPlaces.all(), FurtherPlaces.all())
                .flatMap(List::stream)
                .map(Place::name)
                .collect(Collectors.toSet());
        Properties listed = listed();
        Set<String> missing = found();
        missing.removeAll(listed.stringPropertyNames());
        assertThat(missing)
                .as("methods that take a string; add a Place, and a line to %s", RESOURCE)
                .isEmpty();
        for (String method : listed.stringPropertyNames()) {
            for (String place : listed.getProperty(method).split(",")) {
                assertThat(places.contains(place.strip()) || REASONS.contains(place.strip()))
                        .as("[%s] has place or reason [%s]", method, place)
                        .isTrue();
            }
        }
    }
}
