package io.athanor.tests.database;

import io.athanor.tests.database.Servers.UnavailableException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** PostgreSQL from the binaries on the class path. It stops with the JVM, and believes nobody without a password. */
final class EmbeddedPostgresql {
    private static final String USER = "postgres";
    private static final String PASSWORD = "athanor";

    private EmbeddedPostgresql() {}

    static ServerAddress start() throws UnavailableException {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("max_prepared_transactions", "20")
                    .start();
            demandPasswords(server);
            return new ServerAddress("localhost", server.getPort(), USER, PASSWORD, USER);
        } catch (IOException | SQLException | RuntimeException failed) {
            throw new UnavailableException("the binaries do not run", failed);
        }
    }

    private static void demandPasswords(EmbeddedPostgres server) throws SQLException, IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER USER postgres PASSWORD '" + PASSWORD + "'");
            try (ResultSet rows = statement.executeQuery("SHOW hba_file")) {
                rows.next();
                Files.writeString(Path.of(rows.getString(1)), "host all all all scram-sha-256\n");
            }
            statement.execute("SELECT pg_reload_conf()");
        }
    }
}
