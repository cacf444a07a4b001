package io.athanor.processor;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Keeps all output in memory and finds it again there, as tools for testing processors do. */
final class MemoryFileManager extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<URI, byte[]> memory;

    MemoryFileManager(JavaFileManager files, Map<URI, byte[]> memory) {
        super(files);
        this.memory = memory;
    }

    static URI uri(String path) {
        return URI.create("mem:///" + path);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) throws IOException {
        return new MemoryFile(uri(className.replace('.', '/') + kind.extension), kind);
    }

    @Override
    public FileObject getFileForOutput(Location location, String packageName, String name, FileObject sibling) {
        return new MemoryFile(uri(packageName.replace('.', '/') + "/" + name), JavaFileObject.Kind.OTHER);
    }

    private final class MemoryFile extends SimpleJavaFileObject {
        MemoryFile(URI uri, Kind kind) {
            super(uri, kind);
        }

        @Override
        public long getLastModified() {
            return System.currentTimeMillis();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
            return new String(openInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }

        @Override
        public InputStream openInputStream() throws IOException {
            byte[] content = memory.get(toUri());
            if (content == null) {
                throw new FileNotFoundException(toUri().toString());
            }
            return new ByteArrayInputStream(content);
        }

        @Override
        public OutputStream openOutputStream() {
            return new ByteArrayOutputStream() {
                @Override
                public void close() {
                    memory.put(toUri(), toByteArray());
                }
            };
        }
    }
}
