package io.athanor.tests.differential;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.athanor.tests.database.Database;
import io.athanor.tests.differential.Differential.Known;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Asks all databases the same random queries, those of one seed so that a build can be repeated; {@code -Ddifferential.seed=N}
 * asks others, with
 * {@code -Ddifferential.only=N} only that of one number, and {@code -Ddifferential.queries=N} asks more or fewer; the servers,
 * which take longer, are asked as many as {@code -Ddifferential.servers=N} says.
 */
class DifferentialTests {
    private static final int QUERIES = Integer.getInteger("differential.queries", 20_000);
    private static final int QUERIES_OF_SERVERS = Integer.getInteger("differential.servers", 4_000);

    /** Failures with a known reason, which no rule of the generator avoids. */
    private static final List<Known> KNOWN = List.of(
            new Known(
                    Database.H2,
                    Pattern.compile("FILTER \\("),
                    "ArrayIndexOutOfBoundsException",
                    "an aggregate with FILTER that occurs more than once fails within H2"),
            new Known(
                    Database.MARIADB,
                    Pattern.compile("HAVING"),
                    "in 'HAVING'",
                    "MariaDB does not find a column in HAVING that is grouped by, if another of its name is, too"),
            new Known(
                    Database.MARIADB,
                    Pattern.compile("SELECT DISTINCT .* LIMIT \\?, ", Pattern.DOTALL),
                    "",
                    "MariaDB skips no rows where all that is selected distinct is the same for each"),
            new Known(
                    Database.MARIADB,
                    Pattern.compile("NOT \\(EXISTS \\(.*\\) NOT IN \\(", Pattern.DOTALL),
                    "",
                    "MariaDB finds too few rows in EXISTS with OR and rows that are not in a list"));

    @AfterEach
    void takeBackDatabases() throws SQLException {
        Database.takeBack();
    }

    @Test
    void databasesInMemoryAnswerAlike() {
        try (Differential databases = new Differential(List.of(Database.SQLITE, Database.H2), KNOWN)) {
            databases.ask(QUERIES);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void serversAnswerLikeSqlite(Database server) {
        assumeTrue(server.reasonOfAbsence() == null, server::reasonOfAbsence);
        try (Differential databases = new Differential(List.of(Database.SQLITE, server), KNOWN)) {
            databases.ask(QUERIES_OF_SERVERS);
        }
    }
}
