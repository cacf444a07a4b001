package io.athanor.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One module and what each of its packages may depend on inside it; the root package is named {@code ""}.
 *
 * <p>A module whose arrows are not laid down has an empty map: it is then held to the absence of cycles only.
 */
record Floor(String root, Map<String, Set<String>> arrows) {

    static final Floor SQL = new Floor("io.athanor.sql", line("error", "type", "tree", "schema", "compile", "ddl", ""));

    static final Floor ENGINE = new Floor(
            "io.athanor.engine",
            with(
                    line("error", "event", "pool", "dialect", "", "inspect", "migrate"),
                    Map.of("dialect", Set.of("error"))));

    static final Floor ORM = new Floor(
            "io.athanor.orm",
            with(
                    line(
                            "instrument",
                            "mapping",
                            "mapper",
                            "state",
                            "identity",
                            "flush",
                            "load",
                            "query",
                            "session",
                            ""),
                    Map.of(
                            "load", Set.of("instrument", "mapping", "mapper", "state", "identity"),
                            "query", Set.of("instrument", "mapping", "mapper", "state", "identity", "load"))));

    static final Floor PROCESSOR = new Floor("io.athanor.processor", Map.of());
    static final Floor TESTING = new Floor("io.athanor.testing", Map.of());
    static final Floor MICROMETER = new Floor("io.athanor.micrometer", Map.of());
    static final Floor SQLITE = new Floor("io.athanor.dialect.sqlite", Map.of());
    static final Floor H2 = new Floor("io.athanor.dialect.h2", Map.of());
    static final Floor POSTGRESQL = new Floor("io.athanor.dialect.postgresql", Map.of());
    static final Floor MARIADB = new Floor("io.athanor.dialect.mariadb", Map.of());

    /** The modules that an application may have on its path, and the one on its processor path. */
    static List<Floor> libraries() {
        return List.of(SQL, ENGINE, ORM, PROCESSOR, TESTING, SQLITE, H2, POSTGRESQL, MARIADB);
    }

    /** The classes of the module; those of its own tests are not on this module's class path. */
    JavaClasses classes() {
        return new ClassFileImporter().importPackages(root);
    }

    boolean holds(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(root) || name.startsWith(root + ".");
    }

    /** The package's name below the root, {@code ""} for the root itself. */
    String folder(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(root) ? "" : name.substring(root.length() + 1);
    }

    Map<String, List<JavaClass>> byFolder(JavaClasses classes) {
        Map<String, List<JavaClass>> folders = new TreeMap<>();
        for (JavaClass type : classes) {
            folders.computeIfAbsent(folder(type), name -> new ArrayList<>()).add(type);
        }
        return folders;
    }

    @Override
    public String toString() {
        return root;
    }

    /** Each package may use those before it. */
    static Map<String, Set<String>> line(String... packages) {
        Map<String, Set<String>> arrows = new LinkedHashMap<>();
        Set<String> before = new LinkedHashSet<>();
        for (String name : packages) {
            arrows.put(name, Set.copyOf(before));
            before.add(name);
        }
        return arrows;
    }

    private static Map<String, Set<String>> with(Map<String, Set<String>> line, Map<String, Set<String>> narrower) {
        Map<String, Set<String>> arrows = new LinkedHashMap<>(line);
        arrows.putAll(narrower);
        return arrows;
    }
}
