package io.athanor.processor.javac;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.tools.FileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** The class files of this compilation, as the compiler's own file manager locates them. */
final class ClassOutput {
    private final Filer filer;
    private final long start;

    /**
     * Create a view of the output.
     *
     * @param filer javac's own: a build tool's would register what we write as a new resource
     * @param start when the compilation began, in milliseconds since the epoch
     */
    ClassOutput(Filer filer, long start) {
        this.filer = filer;
        // Some file systems keep whole seconds only.
        this.start = start / 1000 * 1000;
    }

    /**
     * Return the content of a class file, or {@code null} if it is not there or was not written by this compilation, as
     * happens under a host that keeps what javac writes in memory.
     */
    byte @Nullable [] read(String module, String internalName) {
        try {
            FileObject file = locate(filer::getResource, module, internalName);
            if (file.getLastModified() < start) {
                return null;
            }
            try (InputStream in = file.openInputStream()) {
                return in.readAllBytes();
            }
        } catch (IOException | IllegalStateException | UnsupportedOperationException e) {
            return null; // file managers differ in how they say that there is no such file; the caller warns
        }
    }

    /** Replace a class file that was read before. */
    void write(String module, String internalName, byte[] content) throws IOException {
        Path path = path(locate(filer::getResource, module, internalName));
        if (path != null) {
            Files.write(path, content);
            return;
        }
        FileObject file = locate(filer::createResource, module, internalName);
        try (OutputStream out = file.openOutputStream()) {
            out.write(content);
        }
    }

    /** Opening a real file through the file manager a second time would make javac 20 and later warn of a clash. */
    private static @Nullable Path path(FileObject file) {
        try {
            return Path.of(file.toUri());
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return null; // kept elsewhere than in a file system, and written as the file manager likes
        }
    }

    private interface Opening {
        FileObject open(StandardLocation location, String moduleAndPackage, String name) throws IOException;
    }

    private static FileObject locate(Opening opening, String module, String internalName) throws IOException {
        int slash = internalName.lastIndexOf('/');
        String packageName = slash < 0 ? "" : internalName.substring(0, slash).replace('/', '.');
        String name = internalName.substring(slash + 1) + ".class";
        if (!module.isEmpty()) {
            try {
                return opening.open(StandardLocation.CLASS_OUTPUT, module + "/" + packageName, name);
            } catch (FilerException e) {
                // A module may be named only where several are compiled at once.
                return opening.open(StandardLocation.CLASS_OUTPUT, packageName, name);
            }
        }
        return opening.open(StandardLocation.CLASS_OUTPUT, packageName, name);
    }
}
