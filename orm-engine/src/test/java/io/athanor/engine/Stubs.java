package io.athanor.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;

/**
 * A class loader that defines the given classes anew and declares them as services, as a library outside of the engine's
 * module does.
 */
final class Stubs extends ClassLoader {
    private final Map<String, List<Class<?>>> services;

    Stubs(Map<Class<?>, List<Class<?>>> services) {
        super(Stubs.class.getClassLoader());
        this.services = new java.util.HashMap<>();
        services.forEach((service, classes) -> this.services.put(service.getName(), classes));
    }

    @Override
    protected Class<?> loadClass(String name, boolean isResolved) throws ClassNotFoundException {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
            return loaded;
        }
        boolean isOurs = services.values().stream()
                .flatMap(List::stream)
                .anyMatch(c -> name.equals(c.getName()) || name.startsWith(c.getName() + "$"));
        return isOurs ? define(name) : super.loadClass(name, isResolved);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = Stubs.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException failure) {
            throw new ClassNotFoundException(name, failure);
        }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        for (Map.Entry<String, List<Class<?>>> service : services.entrySet()) {
            if (name.equals("META-INF/services/" + service.getKey())) {
                String lines = String.join(
                        "\n", service.getValue().stream().map(Class::getName).toList());
                return Collections.enumeration(List.of(urlOf(lines)));
            }
        }
        return Collections.emptyEnumeration();
    }

    private static URL urlOf(String content) throws IOException {
        return new URL(null, "stub:services", new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) {
                return new URLConnection(url) {
                    @Override
                    public void connect() {}

                    @Override
                    public InputStream getInputStream() {
                        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
                    }
                };
            }
        });
    }
}
