package io.athanor.tests.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.orm.instrument.Instrumented;
import io.athanor.sql.error.OrmException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Without this the tests of this module could run on the module path and show nothing about the class path. */
class ClassPathTests {

    static Stream<Class<?>> types() {
        return Stream.of(ClassPathTests.class, OrmException.class, Instrumented.class);
    }

    @ParameterizedTest
    @MethodSource("types")
    void testsAndLibraryLieInTheUnnamedModule(Class<?> type) {
        assertThat(type.getModule().isNamed()).isFalse();
    }
}
