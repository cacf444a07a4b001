package io.athanor.tests.module.path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without these the other tests of this module could pass on the class path and show nothing. */
class ModulePathTests {

    @Test
    void testsRunInANamedModule() {
        assertThat(getClass().getModule().getName()).isEqualTo("io.athanor.tests.module");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.athanor.sql",
                "io.athanor.engine",
                "io.athanor.orm",
                "io.athanor.dialect.sqlite",
                "io.athanor.dialect.h2"
            })
    void libraryIsResolvedAsANamedModuleThatIsNotAutomatic(String name) {
        assertThat(ModuleLayer.boot().findModule(name))
                .isPresent()
                .get()
                .satisfies(module ->
                        assertThat(module.getDescriptor().isAutomatic()).isFalse());
    }
}
