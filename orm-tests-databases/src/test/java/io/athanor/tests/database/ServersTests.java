package io.athanor.tests.database;

import static io.athanor.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.tests.jdbc.RecordingDataSource;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers lend databases that are empty, however those before left theirs. */
class ServersTests {
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void everyDatabaseIsEmptyWhateverWasLeftInTheOneBefore(Database database) throws SQLException {
        assumeTrue(database.reasonOfAbsence() == null, database::reasonOfAbsence);
        for (int i = 0; i < 3; i++) {
            try (RecordingDataSource source = database.open()) {
                // Neither given back nor committed.
                java.sql.Connection leaked = source.getConnection();
                leaked.setAutoCommit(false);
                try (Statement statement = leaked.createStatement()) {
                    statement.execute("CREATE TABLE left_behind (id INTEGER)");
                    statement.execute("INSERT INTO left_behind VALUES (1)");
                }
                try (java.sql.Connection other = source.getConnection();
                        Statement statement = other.createStatement()) {
                    statement.execute("CREATE TABLE other (id INTEGER)");
                }
            }
        }
    }

    @EachDatabase
    void enginesOpenWhatTheirUrlsName(Database database) {
        try (Engine engine = Engine.create(database.url());
                Connection connection = engine.connect()) {
            assertThat(connection.execute(text("SELECT 'x'")).all().get(0).get(0))
                    .isEqualTo("x");
            assertThat(engine.dialect().name()).isEqualTo(database.dialect());
            assertThat(engine.url()).doesNotContain("athanor:athanor", "postgres:athanor");
        }
    }
}
