package io.athanor.processor.javac;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** The class files of this compilation, read and written through the compiler's own file manager. */
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
            FileObject file =
                    filer.getResource(StandardLocation.CLASS_OUTPUT, location(module, internalName), file(internalName));
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

    void write(String module, String internalName, byte[] content) throws IOException {
        FileObject file =
                filer.createResource(StandardLocation.CLASS_OUTPUT, location(module, internalName), file(internalName));
        try (OutputStream out = file.openOutputStream()) {
            out.write(content);
        }
    }

    private static String location(String module, String internalName) {
        int slash = internalName.lastIndexOf('/');
        String packageName = slash < 0 ? "" : internalName.substring(0, slash).replace('/', '.');
        return module.isEmpty() ? packageName : module + "/" + packageName;
    }

    private static String file(String internalName) {
        return internalName.substring(internalName.lastIndexOf('/') + 1) + ".class";
    }
}
