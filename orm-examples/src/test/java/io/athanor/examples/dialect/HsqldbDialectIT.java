package io.athanor.examples.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.tests.kit.CompatibilityTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project outside this build, with a dialect of its own, is built from the published artifacts and passes the kit. */
class HsqldbDialectIT {
    private static final Path PROJECT = Path.of("dialect-hsqldb");
    private static final String VERSION = System.getProperty("example.version", "");
    private static final List<String> PUBLISHED = List.of("orm-sql", "orm-engine", "orm-core", "orm-tests");

    @Test
    void dialectOfAStrangerPassesTheKit(@TempDir Path folder) throws Exception {
        LayeredRepository repository = new LayeredRepository(
                folder.resolve("repository"), Path.of(System.getProperty("example.repository", "")));
        repository.install("athanor-parent", VERSION, "pom", Path.of("..", "pom.xml"));
        for (String artifact : PUBLISHED) {
            Path module = Path.of("..", artifact);
            repository.install(artifact, VERSION, "pom", module.resolve("pom.xml"));
            repository.install(
                    artifact, VERSION, "jar", module.resolve("target").resolve(artifact + "-" + VERSION + ".jar"));
        }
        Path project = folder.resolve("project");
        copy(PROJECT, project);

        String output = maven(project, repository.folder());

        assertThat(output).contains("BUILD SUCCESS").contains("Compliance of dialect [hsqldb]");
        CompatibilityTable run =
                CompatibilityTable.read(project.resolve("target").resolve("athanor-kit"));
        assertThat(run.executions("hsqldb")).isGreaterThan(465);
        assertThat(run.failures("hsqldb")).isZero();
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> sources;
        try (Stream<Path> found = Files.walk(from)) {
            sources = found.filter(each -> !each.startsWith(from.resolve("target")))
                    .toList();
        }
        for (Path source : sources) {
            Path target = to.resolve(from.relativize(source).toString());
            if (Files.isDirectory(source)) {
                Files.createDirectories(target);
            } else {
                Files.copy(source, target);
            }
        }
    }

    private static String maven(Path project, Path repository) throws IOException, InterruptedException {
        Path log = project.resolveSibling("maven.log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("example.maven", ""), "bin", "mvn")
                                .toString(),
                        "-B",
                        "-o",
                        "-Dmaven.repo.local=" + repository,
                        "-Dathanor.version=" + VERSION,
                        "test")
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("MAVEN_PROJECTBASEDIR");
        Process process = builder.start();
        boolean isEnded = process.waitFor(10, TimeUnit.MINUTES);
        String output = Files.readString(log, StandardCharsets.UTF_8);
        if (!isEnded) {
            process.destroyForcibly();
        }
        assertThat(isEnded).as("Maven still runs; it said: %s", output).isTrue();
        assertThat(process.exitValue()).as("Maven said: %s", output).isZero();
        return output;
    }
}
