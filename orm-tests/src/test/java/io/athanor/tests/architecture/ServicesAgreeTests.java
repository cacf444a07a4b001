package io.athanor.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider must be found on the module path and on the class path alike, so it is named twice. */
class ServicesAgreeTests {

    private static final String DIALECT = "io.athanor.engine.dialect.DialectProvider";

    static Stream<OwnModule> modules() throws IOException {
        return OwnModule.onClassPath().values().stream();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void moduleDeclarationAndServiceFilesNameTheSameProviders(OwnModule module) throws IOException {
        assertThat(module.listedProviders()).isEqualTo(module.declaredProviders());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.athanor.dialect.sqlite",
                "io.athanor.dialect.h2",
                "io.athanor.dialect.postgresql",
                "io.athanor.dialect.mariadb"
            })
    void dialectModuleProvidesItsDialect(String name) throws IOException {
        OwnModule module = OwnModule.onClassPath().get(name);

        assertThat(module).as(name).isNotNull();
        assertThat(module.declaredProviders()).containsOnlyKeys(DIALECT);
    }

    @Test
    void disagreementIsSeen(@TempDir Path folder) throws IOException {
        Path source = Files.writeString(
                folder.resolve("module-info.java"), "module odd { provides java.lang.Runnable with odd.Declared; }");
        Path provider = Files.writeString(
                folder.resolve("Declared.java"),
                "package odd; public class Declared implements Runnable { public void run() {} }");
        Path classes = folder.resolve("classes");
        int errors = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(System.out, System.err, "-d", classes.toString(), source.toString(), provider.toString());
        assertThat(errors).isZero();
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve("java.lang.Runnable"), "# a comment\nodd.Listed # another\n");

        OwnModule module = OwnModule.in(classes).get(0);

        assertThat(module.declaredProviders()).containsEntry("java.lang.Runnable", Set.of("odd.Declared"));
        assertThat(module.listedProviders()).containsEntry("java.lang.Runnable", Set.of("odd.Listed"));
    }
}
