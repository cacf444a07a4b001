package io.athanor.tests.database;

import io.athanor.tests.database.Servers.UnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** MariaDB from the binaries on the class path; its data are new, and go with the JVM. */
final class EmbeddedMariadb {
    private static final String NAME = "athanor";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * Runs the server until nobody is left to hold its standard input, which is when the JVM ends, in whatever way; then removes
     * the server and its data.
     */
    private static final String WATCHED =
            "\"$@\" </dev/null >\"$0/log\" 2>&1 & server=$!; cat >/dev/null; kill -9 $server; rm -rf \"$0\"";

    private final MariadbBinaries binaries;
    private final Path home;

    private EmbeddedMariadb(MariadbBinaries binaries, Path home) {
        this.binaries = binaries;
        this.home = home;
    }

    static ServerAddress start() throws UnavailableException {
        MariadbBinaries binaries = MariadbBinaries.unpacked();
        try {
            EmbeddedMariadb server = new EmbeddedMariadb(binaries, Files.createTempDirectory("athanor-mariadb"));
            server.initialize();
            return server.run();
        } catch (IOException failed) {
            throw new UnavailableException("the binaries do not run", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("interrupted", interrupted);
        }
    }

    private List<String> command(String... more) {
        List<String> command = new ArrayList<>(List.of(
                binaries.server().toString(),
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--basedir=" + binaries.home(),
                "--lc-messages-dir=" + binaries.share(),
                "--character-sets-dir=" + binaries.share().resolve("charsets"),
                "--datadir=" + home.resolve("data"),
                "--tmpdir=" + home,
                "--character-set-server=utf8mb4",
                "--skip-log-bin",
                "--skip-ssl",
                "--skip-name-resolve",
                // What is not kept need not reach the disk.
                "--innodb-log-file-size=16M",
                "--innodb-buffer-pool-size=64M",
                "--innodb-undo-tablespaces=0",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-flush-method=nosync",
                "--innodb-doublewrite=OFF"));
        command.addAll(List.of(more));
        return command;
    }

    /** Make the tables that the server keeps its own things in. */
    private void initialize() throws IOException, InterruptedException, UnavailableException {
        Files.createDirectories(home.resolve("data"));
        Path log = home.resolve("bootstrap.log");
        Process process = new ProcessBuilder(command("--bootstrap", "--skip-networking"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(binaries.systemTables().toFile())
                .start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new UnavailableException("its system tables cannot be made: " + tail(log));
        }
    }

    private ServerAddress run() throws IOException, InterruptedException, UnavailableException {
        Path users = home.resolve("users.sql");
        Files.writeString(users, """
                CREATE USER 'athanor'@'%' IDENTIFIED BY 'athanor';
                GRANT ALL ON *.* TO 'athanor'@'%' WITH GRANT OPTION;
                """);
        int port = freePort();
        List<String> watched = new ArrayList<>(List.of("sh", "-c", WATCHED, home.toString()));
        watched.addAll(command(
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=" + home.resolve("socket"),
                "--init-file=" + users,
                "--max-connections=300"));
        Process process = new ProcessBuilder(watched).start();
        ServerAddress address = new ServerAddress("127.0.0.1", port, NAME, NAME, "");
        await(address, process);
        return address;
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private void await(ServerAddress address, Process process) throws InterruptedException, UnavailableException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                DriverManager.getConnection(address.jdbcUrl("mariadb", "")).close();
                return;
            } catch (SQLException notYet) {
                if (System.nanoTime() > deadline) {
                    String log = tail(home.resolve("log"));
                    process.destroy();
                    throw new UnavailableException("it does not come up: " + notYet.getMessage() + "; " + log);
                }
                Thread.sleep(20);
            }
        }
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException none) {
            return "no log: " + none;
        }
    }
}
