package io.athanor.tests.module.linked;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No automatic module may slip in below an application, since jlink refuses those. */
class LinkedImageIT {

    /** The jars of this build and of what they need, handed in by Maven: a folder of classes cannot be linked. */
    private static final String MODULE_PATH = System.getProperty("linked.module-path", "");

    private static final Path SOURCES = Path.of(System.getProperty("basedir", ""), "src", "test", "linked");

    @Test
    void applicationOnSqliteLinksAndRuns(@TempDir Path folder) throws Exception {
        Path classes = folder.resolve("classes");
        Path image = folder.resolve("image");

        tool(
                "javac",
                "--module-path",
                MODULE_PATH,
                "-d",
                classes.toString(),
                SOURCES.resolve("module-info.java").toString(),
                SOURCES.resolve("io/athanor/linked/Application.java").toString());
        tool(
                "jlink",
                "--module-path",
                classes + System.getProperty("path.separator") + MODULE_PATH,
                "--add-modules",
                "io.athanor.linked,io.athanor.dialect.sqlite,org.xerial.sqlitejdbc",
                "--output",
                image.toString());

        assertThat(modulesOf(image)).contains("com.zaxxer.hikari", "org.slf4j", "io.athanor.engine");
        assertThat(run(image, "-m", "io.athanor.linked/io.athanor.linked.Application"))
                .contains("answer: 42");
    }

    private static void tool(String name, String... arguments) {
        StringWriter output = new StringWriter();
        PrintWriter printer = new PrintWriter(output);
        int result = ToolProvider.findFirst(name).orElseThrow().run(printer, printer, arguments);
        printer.flush();
        assertThat(result).as("%s said: %s", name, output).isZero();
    }

    private static String modulesOf(Path image) throws IOException, InterruptedException {
        return run(image, "--list-modules");
    }

    private static String run(Path image, String... arguments) throws IOException, InterruptedException {
        Path log = image.resolveSibling("output.txt");
        String[] command = new String[arguments.length + 1];
        command[0] = image.resolve("bin").resolve("java").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        String output = Files.readString(log, StandardCharsets.UTF_8);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended)
                .as("the image still runs after a minute; it said: %s", output)
                .isTrue();
        assertThat(process.exitValue()).as("the image said: %s", output).isZero();
        return output;
    }
}
