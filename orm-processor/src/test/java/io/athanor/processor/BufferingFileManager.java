package io.athanor.processor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Keeps class files in memory until the compilation is over, as IntelliJ's builder does. */
final class BufferingFileManager extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> buffer;

    BufferingFileManager(JavaFileManager files, Map<String, ByteArrayOutputStream> buffer) {
        super(files);
        this.buffer = buffer;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) throws IOException {
        if (kind != JavaFileObject.Kind.CLASS) {
            return super.getJavaFileForOutput(location, className, kind, sibling);
        }
        return new SimpleJavaFileObject(URI.create("mem:///" + className.replace('.', '/')), kind) {
            @Override
            public OutputStream openOutputStream() {
                return buffer.computeIfAbsent(className, c -> new ByteArrayOutputStream());
            }
        };
    }
}
