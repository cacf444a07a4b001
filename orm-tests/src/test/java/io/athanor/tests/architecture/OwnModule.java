package io.athanor.tests.architecture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A module of ours as it lies on the class path: a jar, or a folder of classes when the build stops before packaging. */
final class OwnModule {

    private static final String SERVICES = "META-INF/services/";

    private final ModuleReference reference;

    private OwnModule(ModuleReference reference) {
        this.reference = reference;
    }

    /** Every module of ours on the class path, by name. */
    static Map<String, OwnModule> onClassPath() throws IOException {
        Map<String, OwnModule> found = new TreeMap<>();
        for (URL url : Collections.list(OwnModule.class.getClassLoader().getResources("module-info.class"))) {
            for (OwnModule module : in(folderOf(url))) {
                if (module.name().startsWith("io.athanor.")) {
                    found.put(module.name(), module);
                }
            }
        }
        return found;
    }

    static List<OwnModule> in(Path jarOrFolder) {
        return ModuleFinder.of(jarOrFolder).findAll().stream()
                .map(OwnModule::new)
                .toList();
    }

    String name() {
        return reference.descriptor().name();
    }

    Set<String> exportedPackages() {
        return reference.descriptor().exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> packages() {
        return reference.descriptor().packages();
    }

    /** Providers by service, as the module declaration names them. */
    Map<String, Set<String>> declaredProviders() {
        Map<String, Set<String>> providers = new TreeMap<>();
        for (ModuleDescriptor.Provides provides : reference.descriptor().provides()) {
            providers.put(provides.service(), new TreeSet<>(provides.providers()));
        }
        return providers;
    }

    /** Providers by service, as the class path finds them. */
    Map<String, Set<String>> listedProviders() throws IOException {
        Map<String, Set<String>> providers = new TreeMap<>();
        try (ModuleReader reader = reference.open()) {
            List<String> files = new ArrayList<>();
            try (Stream<String> names = reader.list()) {
                names.filter(name -> name.startsWith(SERVICES) && name.length() > SERVICES.length())
                        .forEach(files::add);
            }
            for (String file : files) {
                providers.put(file.substring(SERVICES.length()), lines(reader, file));
            }
        }
        return providers;
    }

    private static Set<String> lines(ModuleReader reader, String file) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(reader.open(file).orElseThrow(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.replaceFirst("#.*", "").trim())
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private static Path folderOf(URL descriptor) throws IOException {
        URLConnection connection = descriptor.openConnection();
        try {
            if (connection instanceof JarURLConnection jar) {
                return Path.of(jar.getJarFileURL().toURI());
            }
            return Path.of(URI.create(descriptor.toString())).getParent();
        } catch (URISyntaxException malformed) {
            throw new IOException("Class path entry [%s] is no file".formatted(descriptor), malformed);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
