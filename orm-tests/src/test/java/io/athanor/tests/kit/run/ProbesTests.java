package io.athanor.tests.kit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.athanor.engine.dialect.Capability;
import io.athanor.tests.database.Database;
import io.athanor.tests.jdbc.RecordingDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A probe that fails on every database would find nothing out. */
class ProbesTests {
    private static final List<String> PROBED = List.of(
            "CREATE TABLE probed (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER, s VARCHAR(20))",
            "INSERT INTO probed VALUES (1, 1, 2, 'abc'), (2, 2, 3, 'def'), (3, 2, 4, 'xyz')");

    private static Set<Capability> probed() {
        Set<Capability> probed = EnumSet.allOf(Capability.class);
        probed.removeIf(Probes::isPromise);
        return probed;
    }

    private static boolean works(Connection connection, Capability capability) throws SQLException {
        for (Probe probe : Probes.of(capability)) {
            for (String sql : PROBED) {
                Probe.run(connection, sql);
            }
            boolean isCarriedOut = probe.works(connection);
            Probe.run(connection, "DROP TABLE probed");
            if (isCarriedOut) {
                return true;
            }
        }
        return false;
    }

    @Test
    void everyCapabilityIsFoundOnSomeDatabase() throws SQLException {
        assumeThat(Database.available()).as("databases that there are here").contains(Database.values());
        Set<Capability> missing = probed();
        for (Database database : Database.values()) {
            try (RecordingDataSource source = database.open();
                    Connection connection = source.getConnection()) {
                for (Capability capability : Set.copyOf(missing)) {
                    if (works(connection, capability)) {
                        missing.remove(capability);
                    }
                }
            }
        }
        assertThat(missing).as("capabilities whose probes fail everywhere").isEmpty();
    }
}
