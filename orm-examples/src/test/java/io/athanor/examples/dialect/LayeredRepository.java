package io.athanor.examples.dialect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Maven repository with artifacts of its own above another one, which is not written to: everything else are links into
 * it.
 */
final class LayeredRepository {
    private final Path folder;
    private final Path group;

    /** Put the group {@code io.athanor} above what a repository holds. */
    LayeredRepository(Path folder, Path below) throws IOException {
        this.folder = folder;
        this.group = folder.resolve("io").resolve("athanor");
        Files.createDirectories(group);
        link(below, folder, "io");
        link(below.resolve("io"), folder.resolve("io"), "athanor");
    }

    private static void link(Path from, Path to, String except) throws IOException {
        List<Path> entries;
        try (Stream<Path> found = Files.list(from)) {
            entries = found.filter(each -> !each.getFileName().toString().equals(except))
                    .toList();
        }
        for (Path entry : entries) {
            Files.createSymbolicLink(to.resolve(entry.getFileName().toString()), entry.toAbsolutePath());
        }
    }

    Path folder() {
        return folder;
    }

    /** Install an artifact as {@code mvn install} would. */
    void install(String artifact, String version, String extension, Path file) throws IOException {
        Path place = group.resolve(artifact).resolve(version);
        Files.createDirectories(place);
        Files.copy(file, place.resolve(artifact + "-" + version + "." + extension));
    }
}
