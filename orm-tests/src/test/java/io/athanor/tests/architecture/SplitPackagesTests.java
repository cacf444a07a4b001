package io.athanor.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package lies in one module only; two modules that share one cannot be used on the module path together. */
class SplitPackagesTests {

    @Test
    void noPackageLiesInTwoModules() throws IOException {
        // Surefire tells where the module lies; the sources are read, so that modules built later are seen too.
        Path house = Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();

        assertThat(modulesByPackage(house)).hasSizeGreaterThan(5);
        assertThat(split(house)).isEmpty();
    }

    @Test
    void splitPackageIsSeen(@TempDir Path house) throws IOException {
        for (String file : List.of("orm-a/src/main/java/p/q/A.java", "orm-b/src/main/java/p/q/B.java")) {
            Files.createDirectories(house.resolve(file).getParent());
            Files.writeString(house.resolve(file), "package p.q;");
        }

        assertThat(split(house)).containsExactly("p.q lies in [orm-a, orm-b]");
    }

    private static List<String> split(Path house) throws IOException {
        List<String> split = new ArrayList<>();
        modulesByPackage(house).forEach((name, modules) -> {
            if (modules.size() > 1) {
                split.add("%s lies in %s".formatted(name, modules));
            }
        });
        return split;
    }

    private static Map<String, List<String>> modulesByPackage(Path house) throws IOException {
        Map<String, List<String>> modules = new TreeMap<>();
        for (Path module : list(house)) {
            Path sources = module.resolve("src/main/java");
            if (module.getFileName().toString().startsWith("orm-") && Files.isDirectory(sources)) {
                for (String name : packagesBelow(sources)) {
                    modules.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(module.getFileName().toString());
                }
            }
        }
        return modules;
    }

    private static List<String> packagesBelow(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> sources.relativize(file).getParent())
                    .filter(folder -> folder != null)
                    .map(folder ->
                            folder.toString().replace(folder.getFileSystem().getSeparator(), "."))
                    .distinct()
                    .toList();
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
