package io.athanor.tests.database;

import io.athanor.tests.database.Servers.UnavailableException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** Servers in containers, where Docker answers; Testcontainers removes them with the JVM. */
final class Containers {
    private static final String NAME = "athanor";

    private Containers() {}

    static ServerAddress postgresql() throws UnavailableException {
        GenericContainer<?> container = container("postgres:18")
                .withEnv("POSTGRES_USER", NAME)
                .withEnv("POSTGRES_PASSWORD", NAME)
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_prepared_transactions=20")
                .waitingFor(Wait.forLogMessage(".*ready to accept connections.*", 2));
        return started(container, 5432, NAME);
    }

    static ServerAddress mariadb() throws UnavailableException {
        GenericContainer<?> container = container("mariadb:11.4")
                .withEnv("MARIADB_USER", NAME)
                .withEnv("MARIADB_ROOT_PASSWORD", NAME)
                .withEnv("MARIADB_PASSWORD", NAME)
                .withEnv("MARIADB_ROOT_HOST", "%")
                .waitingFor(Wait.forLogMessage(".*ready for connections.*", 2));
        ServerAddress address = started(container, 3306, "");
        return new ServerAddress(address.host(), address.port(), "root", NAME, "");
    }

    private static GenericContainer<?> container(String image) throws UnavailableException {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new UnavailableException("Docker does not answer");
        }
        return new GenericContainer<>(image);
    }

    private static ServerAddress started(GenericContainer<?> container, int port, String database)
            throws UnavailableException {
        try {
            container.withExposedPorts(port).start();
        } catch (RuntimeException failed) {
            throw new UnavailableException("Docker answers, but its container does not start", failed);
        }
        return new ServerAddress(container.getHost(), container.getMappedPort(port), NAME, NAME, database);
    }
}
